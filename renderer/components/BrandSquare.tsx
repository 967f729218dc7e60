import './BrandSquare.css';

/** The shop's name behind a plain orange square, where a logo would stand. */
export function BrandSquare({ name }: { readonly name: string }) {
  return (
    <span className="brandSquare">
      <span className="brandSquare-square" aria-hidden="true" />
      <span className="brandSquare-name">{name}</span>
    </span>
  );
}
