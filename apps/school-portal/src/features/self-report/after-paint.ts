/** Runs it once what is drawn now has been painted; in a window that nobody sees, soon. */
export function afterPaint(run: () => void): void {
  if (document.visibilityState === 'hidden') setTimeout(run);
  else requestAnimationFrame(() => setTimeout(run));
}
