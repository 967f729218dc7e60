/** Texts that mean something to some part of a program that takes them for more than text. */
import fc from 'fast-check';

const fixed = [
  '<img src=x onerror=window.taken=1>',
  '<script>window.taken=1</script>',
  '<svg onload=window.taken=1>',
  '"><b>bold</b>',
  "'--><i>slanted</i>",
  '&lt;b&gt; &amp; &#x27;',
  '</title></style></textarea>',
  'javascript:window.taken=1',
  '{{customer.name}}',
  '$t(common:language.fr)',
  '$t(unknown)',
  '{{count, number}} {{- raw}}',
  '${process.env.HOME}',
  '#{1+1} <%= 1+1 %> {% x %}',
  '%s %d %n %x %p',
  '%00%0d%0aSet-Cookie: a=b',
  '../../../../etc/passwd',
  'C:\\Windows\\System32',
  "' OR '1'='1' --",
  '1; DROP TABLE subscriber',
  '`id` $(id) |id ;id',
  '=cmd|/C calc!A0',
  '[link](javascript:window.taken=1)',
  '**bold** _slanted_ # title',
  '*122*1# 1*2*3',
  '__proto__ constructor',
  'null undefined NaN',
  'مكافأة عيد الميلاد',
  '🎁👨‍👩‍👧‍👦🇨🇮',
  'Ａｆｕｌｌｗｉｄｔｈ',
] as const;

/** Pieces of them in any order, so that there are as many as a check asks for; each is fit to be shown in one line. */
const mixed = fc
  .array(
    fc.constantFrom(
      '<b>',
      '</b>',
      '&amp;',
      '{{x}}',
      '$t(a)',
      '"',
      "'",
      '`',
      '\\',
      '%s',
      '<!--',
      '😀',
      'é',
      'x',
    ),
    {
      minLength: 3,
      maxLength: 7,
    },
  )
  .map((pieces) => pieces.join(''));

export function hostileTexts(count: number, seed: number): readonly string[] {
  const more = fc.sample(mixed, { numRuns: Math.max(0, count - fixed.length), seed });
  return [...fixed, ...more].slice(0, count);
}
