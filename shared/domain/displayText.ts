/** Text that came from outside, made fit to stand on a screen of ours. */

/** Marks that reorder or hide what stands around them (Unicode TR 36), and halves of characters. */
const disturbing = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

const controlsAndSpaces = /[\p{Cc}\p{Zs}\u2028\u2029]+/gu;

const needsTidying = /[^\p{L}\p{N}\p{P}\p{S}\p{M} ]| {2}|^ | $/u;

/** No character that people write takes more code units than the longest family emoji with its skin tones. */
const codeUnitsPerCharacter = 8;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * One line without control characters, at most so many characters long as a reader counts them, `…` included.
 * Letters of any script and emoji stay as they are.
 */
export function displayText(text: string, maxCharacters: number): string {
  const maxCodeUnits = maxCharacters * codeUnitsPerCharacter;
  const tidy = needsTidying.test(text) ? tidied(text) : text;
  if (tidy.length <= maxCharacters) return tidy;

  let kept = '';
  let characters = 0;
  let beforeLast = '';
  for (const { segment } of segmenter.segment(tidy.slice(0, maxCodeUnits + codeUnitsPerCharacter))) {
    characters += 1;
    if (characters > maxCharacters || kept.length + segment.length > maxCodeUnits) return `${beforeLast}…`;
    beforeLast = kept;
    kept += segment;
  }
  return kept;
}

function tidied(text: string): string {
  return text.replace(disturbing, '').replace(controlsAndSpaces, ' ').trim();
}
