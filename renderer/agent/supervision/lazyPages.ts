import { lazy } from 'react';

/** Loaded when a supervisor opens one: most of whoever works here never does. */
export const PostPage = lazy(async () => {
  const page = await import('./PostPage');
  return { default: page.PostPage };
});

export const AuditPage = lazy(async () => {
  const page = await import('./AuditPage');
  return { default: page.AuditPage };
});
