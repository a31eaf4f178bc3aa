export default async function stopParts(): Promise<void> {}
