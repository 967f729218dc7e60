/** Electron's name for the one way in: command and request as text, answered with text. */
export const invokeChannel = 'comptoir:invoke';

/** Electron's name for the one way out: event and payload as text. */
export const eventChannel = 'comptoir:event';
