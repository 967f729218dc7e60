const notesHz = [660, 880];
const noteSeconds = 0.25;

/** Two short notes, so that whoever stands here hears whether the post has a voice. */
export function playTestTone(): void {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.value = 0.2;
  volume.connect(context.destination);
  for (const [place, frequency] of notesHz.entries()) {
    const note = context.createOscillator();
    note.frequency.value = frequency;
    note.connect(volume);
    note.start(context.currentTime + place * noteSeconds);
    note.stop(context.currentTime + (place + 1) * noteSeconds);
    if (place === notesHz.length - 1) note.addEventListener('ended', () => void context.close());
  }
}
