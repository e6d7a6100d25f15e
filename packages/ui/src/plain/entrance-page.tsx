import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch.tsx';

export interface EntranceBrand {
  /** Product name, e.g. in two scripts. */
  readonly name: ReactNode;
  /** What this place is for, one line. */
  readonly line: ReactNode;
  /** Two or three short sentences for someone who comes once a year. */
  readonly notes?: readonly string[];
}

/** The page before one is inside: brand on one side, one form on the other. */
export function EntrancePage({ brand, children }: { readonly brand: EntranceBrand; readonly children: ReactNode }) {
  return (
    <div className="jh-entrance">
      <aside className="jh-entrance__brand">
        <div>
          <p className="jh-entrance__name">{brand.name}</p>
          <p className="jh-entrance__line">{brand.line}</p>
        </div>
        <LevelArt />
        {brand.notes === undefined ? null : (
          <ul className="jh-entrance__notes">
            {brand.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </aside>
      <main className="jh-entrance__main">
        <div className="jh-entrance__language">
          <LanguageSwitch />
        </div>
        <div className="jh-entrance__form">{children}</div>
      </main>
    </div>
  );
}

/** Uneven columns below one level line. */
function LevelArt() {
  const heights = [58, 34, 70, 46, 64, 28, 52, 74, 40];
  return (
    <svg className="jh-entrance__art" viewBox="0 0 288 104" aria-hidden="true" fill="none">
      {heights.map((height, index) => (
        <path
          key={height}
          d={`M${16 + index * 32} 96V${96 - height}`}
          stroke="currentColor"
          strokeWidth="10"
          opacity="0.28"
        />
      ))}
      <path d="M0 44h288" stroke="var(--jh-accent-soft)" strokeWidth="2" />
      <path d="M0 96h288" stroke="currentColor" strokeWidth="1" opacity="0.6" />
    </svg>
  );
}
