/**
 * What of a Linux machine is not locked down as a kiosk in a public place should be. Reads only; what cannot be read
 * counts as not locked down, as nobody has shown that it is.
 */
import { access, readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { settingsFileName } from '../../shared/domain/settings';

export interface MachineFinding {
  /** Such as `OTHER_TERMINALS`; docs/kiosk.md lists them. */
  readonly name: string;
  readonly advice: string;
}

export interface ExaminedMachine {
  /** `/`, but for tests. */
  readonly root: string;
  /** Of the user that runs the program. */
  readonly uid: number;
  readonly profileFolder: string;
}

interface Check extends MachineFinding {
  readonly isOpen: (machine: ExaminedMachine) => Promise<boolean>;
}

const checks: readonly Check[] = [
  {
    name: 'RUNS_AS_ROOT',
    advice: 'Run the program as a user of its own without rights: useradd --system --create-home comptoir.',
    isOpen: ({ uid }) => Promise.resolve(uid === 0),
  },
  {
    name: 'NOT_SUPERVISED',
    advice: 'Install packaging/linux/comptoir-kiosk.service, so that a crash or a hang ends in a new start.',
    isOpen: async ({ root }) => !(await isThere(root, 'etc/systemd/system/comptoir-kiosk.service')),
  },
  {
    name: 'PROGRAM_FOLDER_WRITABLE',
    advice:
      'Give the program’s folder to root: chown -R root:root /opt/comptoir; chmod -R go-w /opt/comptoir.',
    isOpen: ({ root, uid }) => isWritableByOthers(join(root, 'opt/comptoir'), uid),
  },
  {
    name: 'PRIVATE_FILE_EXPOSED',
    advice: 'Let nobody but its owner read keys, secrets and settings: chmod -R go-rwx on the data folder.',
    isOpen: async ({ root, profileFolder }) => {
      const files = ['comptoir.key', 'comptoir.key.sealed', settingsFileName, 'secrets', 'provisioning.json'];
      const modes = await Promise.all(files.map((name) => modeOf(join(root, profileFolder, name))));
      return modes.some((mode) => mode !== null && (mode & 0o077) !== 0);
    },
  },
  {
    name: 'DISPLAY_MANAGER',
    advice: 'Let no display manager offer a sign-in: systemctl disable display-manager.',
    isOpen: ({ root }) => isThere(root, 'etc/systemd/system/display-manager.service'),
  },
  {
    name: 'OTHER_TERMINALS',
    advice: 'Set NAutoVTs=0 and ReserveVT=0 in /etc/systemd/logind.conf.d/kiosk.conf.',
    isOpen: async ({ root }) => {
      const text = await textsIn(root, 'etc/systemd/logind.conf', 'etc/systemd/logind.conf.d');
      return !/^NAutoVTs=0$/m.test(text) || !/^ReserveVT=0$/m.test(text);
    },
  },
  {
    name: 'CTRL_ALT_DEL',
    advice: 'systemctl mask ctrl-alt-del.target.',
    isOpen: async ({ root }) => !(await isMasked(root, 'ctrl-alt-del.target')),
  },
  {
    name: 'MAGIC_KEYS',
    advice: 'Set kernel.sysrq=0 in /etc/sysctl.d/kiosk.conf.',
    isOpen: async ({ root }) => (await textOf(root, 'proc/sys/kernel/sysrq')) !== '0',
  },
  {
    name: 'USB_STORAGE',
    advice:
      'Mount no stick by itself: systemctl mask udisks2, or "install usb-storage /bin/false" in modprobe.d.',
    isOpen: async ({ root }) => {
      const modules = await textsIn(root, 'etc/modprobe.conf', 'etc/modprobe.d');
      if (/^(install usb-storage \/bin\/(false|true)|blacklist usb-storage)$/m.test(modules)) return false;
      const isInstalled =
        (await isThere(root, 'usr/lib/systemd/system/udisks2.service')) ||
        (await isThere(root, 'lib/systemd/system/udisks2.service'));
      return isInstalled && !(await isMasked(root, 'udisks2.service'));
    },
  },
  {
    name: 'SCREEN_BLANKS',
    advice: 'Add consoleblank=0 to the kernel’s command line.',
    isOpen: async ({ root }) => {
      const seconds = await textOf(root, 'sys/module/kernel/parameters/consoleblank');
      return seconds !== null && seconds !== '0';
    },
  },
  {
    name: 'DEBUG_PORT',
    advice: 'Something listens on a debugger’s port (9222, 9229): find it with ss -ltnp and end it.',
    isOpen: async ({ root }) => {
      const sockets = `${await textOf(root, 'proc/net/tcp')}\n${await textOf(root, 'proc/net/tcp6')}`;
      // Local address and port in hexadecimal, any remote one, state 0A: listening.
      return /:(2406|240D) [0-9A-F]+:0000 0A /.test(sockets);
    },
  },
  {
    name: 'SWAP_UNENCRYPTED',
    advice: 'Swap holds what the program had in memory: swapoff -a, or encrypt it (crypttab, swap option).',
    isOpen: async ({ root }) => {
      const swaps = (await textOf(root, 'proc/swaps'))?.split('\n').slice(1) ?? [];
      return swaps.some((line) => line !== '' && !/^\/dev\/(dm-|mapper\/|zram)/.test(line));
    },
  },
  {
    name: 'CORE_DUMPS',
    advice: 'A dump holds customers: kernel.core_pattern=|/bin/false in /etc/sysctl.d/kiosk.conf.',
    isOpen: async ({ root }) => {
      const pattern = await textOf(root, 'proc/sys/kernel/core_pattern');
      return pattern === null || !/^(\|\/bin\/(false|true).*)?$/.test(pattern);
    },
  },
  {
    name: 'TIME_NOT_SYNCHRONISED',
    advice: 'Balances expire by the clock: systemctl enable --now systemd-timesyncd, or chrony.',
    isOpen: async ({ root }) =>
      !(await isThere(root, 'run/systemd/timesync/synchronized')) && !(await isThere(root, 'run/chrony')),
  },
];

/** In the order of the documentation. */
export async function findOpenDoors(machine: ExaminedMachine): Promise<readonly MachineFinding[]> {
  const open = await Promise.all(checks.map((check) => check.isOpen(machine)));
  return checks.filter((_, place) => open[place]).map(({ name, advice }) => ({ name, advice }));
}

function isThere(root: string, path: string): Promise<boolean> {
  return access(join(root, path)).then(
    () => true,
    () => false,
  );
}

/** `null`: not there, or not readable. */
function textOf(root: string, path: string): Promise<string | null> {
  return readFile(join(root, path), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}

/** Of a file and of the `.conf` files that add to it. */
async function textsIn(root: string, file: string, folder: string): Promise<string> {
  const names = await readdir(join(root, folder)).catch(() => []);
  const parts = names.filter((name) => name.endsWith('.conf')).map((name) => `${folder}/${name}`);
  return (await Promise.all([file, ...parts].map((path) => textOf(root, path)))).join('\n');
}

function isMasked(root: string, unit: string): Promise<boolean> {
  return readlink(join(root, 'etc/systemd/system', unit)).then(
    (target) => target === '/dev/null',
    () => false,
  );
}

function modeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mode }) => mode,
    () => null,
  );
}

/** A folder that is not there is not the program's. */
async function isWritableByOthers(folder: string, uid: number): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  return found !== null && ((found.mode & 0o022) !== 0 || (uid !== 0 && found.uid === uid));
}
