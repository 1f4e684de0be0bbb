/** The signs of what a row of a grid comes to, and how it ended: each says it without its colour. */
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconCopy,
  IconHelp,
  IconLoader2,
  IconX,
} from '@tabler/icons-react';
import type { CellRowInfo } from './CellRow.tsx';

export type RowSign = Pick<CellRowInfo, 'icon' | 'tone'>;

export const rowSigns = {
  waiting: { icon: IconClock, tone: null },
  sending: { icon: IconLoader2, tone: null },
  done: { icon: IconCheck, tone: 'ok' },
  failed: { icon: IconX, tone: 'late' },
  /** Whether it was written is not known, or what was written is not what was sent. */
  unsure: { icon: IconHelp, tone: 'risk' },
  /** The system has such a one already. */
  known: { icon: IconCopy, tone: 'risk' },
  wrong: { icon: IconAlertTriangle, tone: 'late' },
} as const satisfies Record<string, RowSign>;
