import './Sentences.css';

export interface SentencesProps {
  readonly heading: string;
  /** Where it stands among the headings of its page. */
  readonly level: 'h2' | 'h4';
  readonly sentences: readonly string[];
  /** They stand in the way. */
  readonly serious?: boolean;
}

/** What is to be said before an order, under its heading; nothing where there is nothing to say. */
export function Sentences({ heading, level: Heading, sentences, serious = false }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <section className={serious ? 'sentences sentences-serious' : 'sentences'}>
      <Heading className="sentences-heading">{heading}</Heading>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
