import type { MenuKey } from './model/menu.ts';

const paths: Readonly<Record<MenuKey, string>> = {
  round: 'M4 3h8v10H4zM6.5 6h3M6.5 8.5h3M6.5 11h1.5',
  county: 'M3 13V3h10v10zM3 6.5h10M6.5 6.5V13',
  import: 'M8 2.5v7m0 0L5.2 6.8M8 9.5l2.8-2.7M3 10.5V13h10v-2.5',
  evaluation: 'M2.5 13.5h11M4.5 13.5V9M8 13.5V4M11.5 13.5V7M2.5 6.5 6 4.2l3 1.6 4-3.3',
  counties: 'M2.5 3h3.2v3.2H2.5zM7 3h3.2v3.2H7zM2.5 7.6h3.2v3.2H2.5zM7 7.6h3.2v3.2H7zM11.4 7.6h2.2v3.2h-2.2z',
  inspection: 'M6.8 11.2a4.4 4.4 0 1 0 0-8.8 4.4 4.4 0 0 0 0 8.8ZM10 10l3.5 3.5M5 6.8l1.3 1.3L8.8 5.6',
  rectification: 'M3 3.5h10M3 8h6M3 12.5h4M9.5 11.5l1.7 1.7L14 10',
  registers: 'M3 2.5h10v11H3zM5.5 2.5v11M7.5 5.5h3.5M7.5 8h3.5',
  schools: 'M2.5 6.5 8 3l5.5 3.5M3.5 6.5v6.5h9V6.5M6.8 13v-3.5h2.4V13',
  standards: 'M3.5 3h7.5l1.5 1.5V13H3.5zM5.8 6h4.4M5.8 8.3h4.4M5.8 10.6h2.6',
  audit: 'M8 2.5 13 4.3v3.5c0 3-2.1 4.9-5 6-2.9-1.1-5-3-5-6V4.3zM5.8 8l1.6 1.6 2.9-3',
  people: 'M8 7.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM3.5 13.2c.4-2.4 2.2-3.7 4.5-3.7s4.1 1.3 4.5 3.7',
};

/** A small drawing beside the word; decorative. */
export function MenuIcon({ of }: { readonly of: MenuKey }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[of]} />
    </svg>
  );
}
