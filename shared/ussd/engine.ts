/** One #122# screen: `CON` waits for an input, `END` closes the session. */
export interface UssdScreen {
  readonly type: 'CON' | 'END';
  /** At most 160 characters of the GSM 03.38 alphabet. */
  readonly text: string;
}
