/** Whether keys belong to what has the focus: a field, an open dialog, or an open popover. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio], [type=checkbox]), select, textarea, dialog[open], :popover-open') !== null
  );
}
