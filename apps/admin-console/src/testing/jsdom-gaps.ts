/** What the pages ask of a browser and jsdom has not: modal dialogs, scrolling, a canvas to measure text with. */
export function fillJsdomGaps(): void {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '');
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.removeAttribute('open');
  };
  globalThis.scrollTo = () => undefined;
  Element.prototype.scrollTo ??= () => undefined;
  HTMLCanvasElement.prototype.getContext = () => null;
}
