/** What the dispatcher commands: open dialogs with their drafts, and runs with how each order ended. Survives a reload. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { CommandWait } from '#src/api/commands.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { assignPlan, unassignPlan } from '#src/domain/assignPlan.ts';
import type { Courier, CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import type { ChangedOrder, CommandDraft, DraftPatch } from './commandDraft.ts';
import { newDraft, shownOrder } from './commandDraft.ts';
import type { CommandRun, NewRun } from './commandRun.ts';
import { keptRuns, makeRun, pendingKeys, runTarget } from './commandRun.ts';
import { tabStorage } from './tabStorage.ts';

type CommandState = {
  /** Whose deeds these are; somebody else signing in at this tab starts with none. */
  owner: string | null;
  dialog: CommandDraft | null;
  /** Newest first, the last twenty. */
  runs: CommandRun[];
  /** By run: why nothing comes for the moment. */
  waits: Partial<Record<string, CommandWait>>;
  /** The panel shows the runs that are not dismissed; `journal`: all of them. */
  panelOpen: boolean;
  journal: boolean;
  panelHeight: number | null;
  /** Orders with a command in flight. */
  pending: ReadonlySet<OrderKey>;
  /** True while somebody who may command is signed in; without it no command is begun. */
  mayCommand: boolean;
  directory: CourierDirectory | undefined;

  adopt: (login: string) => void;
  openDialog: (draft: CommandDraft) => void;
  /** What was typed or chosen in the open dialog. */
  patchDialog: (patch: DraftPatch) => void;
  /** The dispatcher has looked at how these orders stand now. */
  acknowledge: (orders: DispatchOrder[]) => void;
  closeDialog: () => void;
  /** Begins a run; the desk drives it. Its orders leave the selection. Returns the run's id, null when there is nothing to send. */
  start: (run: NewRun) => string | null;
  patchRun: (id: string, change: (run: CommandRun) => CommandRun) => void;
  setWait: (id: string, wait: CommandWait | null) => void;
  stop: (id: string) => void;
  dismiss: (ids: string[]) => void;
  openJournal: () => void;
  closePanel: () => void;
  openPanel: () => void;
  setPanelHeight: (height: number | null) => void;
};

const newId = () => crypto.randomUUID();

type Kept = Pick<CommandState, 'owner' | 'dialog' | 'runs' | 'panelOpen' | 'journal' | 'panelHeight'>;
const storage = tabStorage<Kept>();

/** Puts the runs on record in this tab now: done before a command leaves, so that a reload knows its id. */
export const recordRuns = (): void => storage.flush();

const nothing = {
  dialog: null,
  runs: [],
  waits: {},
  panelOpen: false,
  journal: false,
  pending: new Set<OrderKey>(),
};

export const useCommandStore = create<CommandState>()(
  persist(
    (set, get) => ({
      owner: null,
      panelHeight: null,
      mayCommand: false,
      directory: undefined,
      ...nothing,

      adopt: (login) => {
        const { owner } = get();
        if (owner !== login) set(owner === null ? { owner: login } : { owner: login, ...nothing });
      },
      openDialog: (dialog) => set({ dialog }),
      patchDialog: (patch) =>
        set(({ dialog }) => (dialog ? { dialog: { ...dialog, ...patch } as CommandDraft } : {})),
      acknowledge: (orders) =>
        set(({ dialog }) => {
          if (!dialog) return {};
          const looked = new Map(orders.map((order) => [order.key, shownOrder(order)]));
          return { dialog: { ...dialog, orders: dialog.orders.map((one) => looked.get(one.key) ?? one) } };
        }),
      closeDialog: () => set({ dialog: null }),

      start: (made) => {
        if (made.targets.length === 0 || !get().mayCommand) return null;
        const run = makeRun(made, Date.now(), newId);
        const runs = keptRuns([run, ...get().runs]);
        set({ runs, pending: pendingKeys(runs), panelOpen: true, journal: false });
        const { selected, select } = useBoardStore.getState();
        const sent = new Set(run.targets.map((target) => target.key));
        const rest = [...selected].filter((key) => !sent.has(key));
        if (rest.length < selected.size) select(rest);
        return run.id;
      },
      patchRun: (id, change) =>
        set((state) => {
          const runs = state.runs.map((run) => (run.id === id ? change(run) : run));
          return { runs, pending: pendingKeys(runs) };
        }),
      setWait: (id, wait) =>
        set((state) => {
          if (!wait && !state.waits[id]) return {};
          const { [id]: _old, ...others } = state.waits;
          return { waits: wait ? { ...others, [id]: wait } : others };
        }),
      stop: (id) => get().patchRun(id, (run) => ({ ...run, stopped: true })),
      dismiss: (ids) =>
        set((state) => {
          const gone = new Set(ids);
          const runs = state.runs.map((run) => (gone.has(run.id) ? { ...run, dismissed: true } : run));
          return {
            runs,
            panelOpen: state.journal || runs.some((run) => !run.dismissed) ? state.panelOpen : false,
          };
        }),
      openJournal: () => set({ panelOpen: true, journal: true }),
      openPanel: () => set({ panelOpen: true, journal: false }),
      closePanel: () =>
        set((state) => ({
          panelOpen: false,
          journal: false,
          runs: state.runs.map((run) => (run.state === 'running' ? run : { ...run, dismissed: true })),
        })),
      setPanelHeight: (panelHeight) => set({ panelHeight }),
    }),
    {
      name: 'pult.commands',
      version: 2,
      // An open dialog of an older Pult lacks what is asked of it now; what was done stays on record.
      migrate: (kept) => ({ ...(kept as Kept), dialog: null }),
      storage,
      partialize: ({ owner, dialog, runs, panelOpen, journal, panelHeight }) => ({
        owner,
        dialog,
        runs,
        panelOpen,
        journal,
        panelHeight,
      }),
      merge: (kept, current) => {
        const merged = { ...current, ...(kept as Partial<Kept> | undefined) };
        return { ...merged, pending: pendingKeys(merged.runs) };
      },
    },
  ),
);

/** True while a command for this order is on its way and has no outcome yet: the row says «идёт…». */
export function usePending(key: OrderKey): boolean {
  return useCommandStore((state) => state.pending.has(key));
}

/** What a dispatcher can do to orders from anywhere on the screen. All are no-ops without the role dispatcher. */
export type Commands = {
  /** Opens «Назначить» for these orders; `courierId` (an iRECA courier's id) preselects that courier. */
  openAssign: (orders: DispatchOrder[], options?: { courierId?: string }) => void;
  /** Opens «Отменить» for these orders. */
  openCancel: (orders: DispatchOrder[]) => void;
  /** Opens «Перенести окно»: another delivery window, or each order's own one moved. */
  openReschedule: (orders: DispatchOrder[]) => void;
  /** Opens «Сменить адрес»: another address to carry to. */
  openReaddress: (orders: DispatchOrder[]) => void;
  /** Opens «Статус»: the moves between delivery statuses that are a dispatcher's. */
  openSetDelivery: (orders: DispatchOrder[]) => void;
  /** Opens «Удалить»: asks for the number (or the count) to be typed. */
  openDelete: (orders: DispatchOrder[]) => void;
  /**
   * Gives these orders to a courier (iRECA's courier id) at once. When that cannot be done to all of them, the dialog
   * opens with this courier chosen and says what is not possible.
   */
  assign: (orders: DispatchOrder[], courierId: string) => void;
  /** Takes these orders from their couriers at once; only the legal ones are sent. */
  unassign: (orders: DispatchOrder[]) => void;
};

/** Begins to give `orders` to `courier`; the caller has made sure that they may be. `heldBack` is only listed. */
export function startAssign(
  orders: DispatchOrder[],
  courier: Courier,
  heldBack: ChangedOrder[] = [],
): string | null {
  return useCommandStore.getState().start({
    action: { type: 'assign', courierId: courier.courierId },
    targets: orders.map((order) => runTarget(order)),
    courierName: courier.title,
    heldBack,
  });
}

const able = (orders: DispatchOrder[]) => orders.length > 0 && useCommandStore.getState().mayCommand;

const open = (orders: DispatchOrder[], draft: (orders: DispatchOrder[]) => CommandDraft) => {
  if (able(orders)) useCommandStore.getState().openDialog(draft(orders));
};

const commands: Commands = {
  openAssign: (orders, options) => open(orders, () => newDraft.assign(orders, options?.courierId)),
  openCancel: (orders) => open(orders, newDraft.cancel),
  openReschedule: (orders) => open(orders, newDraft.reschedule),
  openReaddress: (orders) => open(orders, newDraft.readdress),
  openSetDelivery: (orders) => open(orders, newDraft.setDelivery),
  openDelete: (orders) => open(orders, newDraft.delete),
  assign: (orders, courierId) => {
    if (!able(orders)) return;
    const { directory, pending } = useCommandStore.getState();
    const courier = directory?.byId.get(courierId);
    const plan = directory && courier && assignPlan(orders, courier, directory);
    const whole = plan && plan.assign.length > 0 && plan.illegal.length === 0;
    if (whole && !orders.some((order) => pending.has(order.key))) startAssign(plan.assign, courier);
    else commands.openAssign(orders, { courierId });
  },
  unassign: (orders) => {
    if (!able(orders)) return;
    const { pending, start } = useCommandStore.getState();
    const free = unassignPlan(orders).unassign.filter((order) => !pending.has(order.key));
    start({ action: { type: 'unassign' }, targets: free.map((order) => runTarget(order)) });
  },
};

/** The commands; always the same object, so it costs a row nothing. `CommandDesk` must stand in the shell. */
export const useCommands = (): Commands => commands;
