export default async function startParts(): Promise<void> {}
