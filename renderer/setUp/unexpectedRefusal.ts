import type { ProvisioningRefusal } from '../../shared/ipc/commands/provisioning';

/** What a command that was refused as such comes to: nothing was read. */
export const unexpected: ProvisioningRefusal = {
  kind: 'refused',
  code: 'SOURCE_UNREADABLE',
  problems: [],
  path: null,
};
