import { useEffect, useState, type ComponentType, type FunctionComponent } from 'react';

export interface OnDemand<Props> extends FunctionComponent<Props> {
  /** Fetches the part ahead of its first being shown. */
  readonly load: () => Promise<void>;
}

/**
 * A part of a face in a file of its own, fetched when it is first shown.
 *
 * As React's `lazy`, which holds a part back for 300 ms from the moment in which anything, even nothing, was shown in
 * its place: long after the file is here, and felt at each first touch.
 *
 * @param Meanwhile what stands in its place until it is here
 */
export function onDemand<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  Meanwhile?: ComponentType<Props>,
): OnDemand<Props> {
  let fetched: ComponentType<Props> | null = null;
  const load = async (): Promise<void> => {
    fetched ??= await fetchPart();
  };

  function Part(props: Props) {
    const [Shown, setShown] = useState(() => fetched);
    useEffect(() => {
      load().then(
        () => setShown(() => fetched),
        (problem: unknown) =>
          // Thrown while rendering, it reaches whoever stands in for a face that failed.
          setShown(() => {
            throw problem;
          }),
      );
    }, []);
    if (Shown !== null) return <Shown {...props} />;
    return Meanwhile === undefined ? null : <Meanwhile {...props} />;
  }
  return Object.assign(Part, { load });
}
