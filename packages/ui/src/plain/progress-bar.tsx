/** `done` of `total`, both counts; `label` says of what. */
export function ProgressBar(props: { readonly done: number; readonly total: number; readonly label: string }) {
  const share = props.total === 0 ? 0 : Math.min(1, props.done / props.total);
  return (
    <div
      className="jh-progress"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={props.total}
      aria-valuenow={props.done}
    >
      <span className="jh-progress__bar" style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
