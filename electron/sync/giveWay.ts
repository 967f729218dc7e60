import { constants, getPriority, setPriority } from 'node:os';

/**
 * Lets the window's processes go first wherever there are fewer processors than work: somebody waits for those, and
 * nobody for a sync. To be called before anything else, as threads take the priority of the one that starts them.
 */
export function giveWay(): void {
  const { PRIORITY_BELOW_NORMAL } = constants.priority;
  // Who started the program may have put it further back; it may not come forward from there.
  if (getPriority() < PRIORITY_BELOW_NORMAL) setPriority(PRIORITY_BELOW_NORMAL);
}
