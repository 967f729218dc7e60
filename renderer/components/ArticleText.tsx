import Markdown, { type Components } from 'react-markdown';
import './ArticleText.css';

/** A link of an article says where to look, and leads nowhere: the program goes to no other page. */
const components: Components = {
  a: ({ children }) => <strong>{children}</strong>,
  h1: ({ children }) => <h2>{children}</h2>,
};

/** Nothing that could load or embed something; what HTML an article holds is shown as the text that it is. */
const allowed = [
  ...['p', 'br', 'hr', 'strong', 'em', 'a', 'code', 'pre', 'blockquote'],
  ...['h1', 'h2', 'h3', 'h4', 'ul', 'ol', 'li'],
];

/** The body of an article, from Markdown. */
export function ArticleText({ markdown }: { readonly markdown: string }) {
  return (
    <div className="articleText">
      <Markdown allowedElements={allowed} unwrapDisallowed components={components}>
        {markdown}
      </Markdown>
    </div>
  );
}
