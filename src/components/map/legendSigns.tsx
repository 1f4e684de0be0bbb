/** Signs of lines, tracks and circles for the legend: small drawings in the colours of the map. */
import type { ReactNode } from 'react';

const WIDTH = 40;
const HEIGHT = 22;

function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} fill="none" aria-hidden>
      {children}
    </svg>
  );
}

const ink = 'var(--pult-ink)';
const panel = 'var(--pult-panel)';
const accent = 'var(--pult-accent)';

/** The chosen courier's orders in turn: dotted, so that nobody takes it for a road. */
export function WaySign() {
  return (
    <Drawing>
      <path
        d="M3 17 L25 7"
        stroke="var(--pult-way)"
        strokeWidth="2.5"
        strokeDasharray="1 6"
        strokeLinecap="round"
      />
      <rect x="24" y="1" width="15" height="15" rx="7.5" fill="var(--pult-way)" />
      <text x="31.5" y="12.4" fill={panel} fontSize="10.5" fontWeight="700" textAnchor="middle">
        2
      </text>
    </Drawing>
  );
}

/** A driven line with its direction. */
export function TrackSign() {
  const chevron = 'M18 5.5 L24 11 L18 16.5';
  const line = { strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
  return (
    <Drawing>
      <path d="M2 11 H38" stroke={accent} strokeWidth="4" {...line} />
      <path d={chevron} stroke={panel} strokeWidth="5.4" {...line} />
      <path d={chevron} stroke={accent} strokeWidth="2.4" {...line} />
    </Drawing>
  );
}

/** Two open ends with nothing between them. */
export function GapSign() {
  return (
    <Drawing>
      <path d="M1 11 H8 M32 11 H39" stroke={accent} strokeWidth="4" strokeLinecap="round" />
      <circle cx="11" cy="11" r="4" fill={panel} stroke="var(--pult-muted)" strokeWidth="2" />
      <circle cx="29" cy="11" r="4" fill={panel} stroke="var(--pult-muted)" strokeWidth="2" />
    </Drawing>
  );
}

/** A ring with its minutes. */
export function StopSign() {
  return (
    <Drawing>
      <rect x="10" y="2" width="20" height="18" rx="9" fill={panel} stroke={ink} strokeWidth="2" />
      <text x="20" y="14.8" fill={ink} fontSize="11" fontWeight="600" textAnchor="middle">
        12
      </text>
    </Drawing>
  );
}

/** Another order from here on (filled), another status of the same (hollow). */
export function ChangeSign() {
  return (
    <Drawing>
      <path d="M12 5 L18 11 L12 17 L6 11 Z" fill={ink} stroke={ink} strokeWidth="1.8" />
      <path d="M28 5 L34 11 L28 17 L22 11 Z" fill={panel} stroke={ink} strokeWidth="1.8" />
    </Drawing>
  );
}

/** The disc of a position's accuracy. */
export function AccuracySign() {
  return (
    <Drawing>
      <circle
        cx="20"
        cy="11"
        r="10"
        fill={accent}
        fillOpacity="0.1"
        stroke={accent}
        strokeOpacity="0.75"
        strokeWidth="1.25"
      />
      <circle cx="20" cy="11" r="3" fill={accent} />
    </Drawing>
  );
}

/** The chip of positions that were set aside. */
export function QuarantineSign() {
  return (
    <Drawing>
      <rect x="5" y="2.5" width="30" height="17" rx="5" fill={panel} stroke="var(--pult-line-strong)" />
      <path
        d="M13 7 L17.5 15 H8.5 Z M13 10 V12"
        stroke="var(--pult-risk)"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <text x="26" y="14.6" fill="var(--pult-muted)" fontSize="10.5" fontWeight="600" textAnchor="middle">
        2
      </text>
    </Drawing>
  );
}
