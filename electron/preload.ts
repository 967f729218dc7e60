import { contextBridge, ipcRenderer } from 'electron';
import { eventChannel, invokeChannel } from '../shared/ipc/channels';
import type { Bridge } from '../shared/ipc/contract';

// All that the page gets of the machine: text to the main process, text from it.
const bridge: Bridge = {
  async invoke(command, requestJson) {
    const answerJson: unknown = await ipcRenderer.invoke(invokeChannel, command, requestJson);
    return String(answerJson);
  },
  on(event, listener) {
    const forward = (_: unknown, happened: unknown, payloadJson: unknown) => {
      if (happened === event) {
        listener(String(payloadJson));
      }
    };
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('comptoir', bridge);

// Electron asks the main process about every way out of the page but `about:` addresses: those end here.
window.navigation.addEventListener('navigate', (event) => event.preventDefault());

// Nor is there an event for the system's dialog that chooses files: it shows the machine's folders to whoever asks.
window.addEventListener(
  'click',
  (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') event.preventDefault();
  },
  { capture: true },
);
