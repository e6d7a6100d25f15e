/** A share as a short bar with its words. */
export function ShareBar({ share, words }: { readonly share: number; readonly words: string }) {
  return (
    <span className="jc-filled">
      <span className="jc-filled__bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
      </span>
      {words}
    </span>
  );
}
