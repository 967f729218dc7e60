// Who may import whom. The table stands in docs/architecture.md; this file enforces it in `npm test`.
const only = (from, allowed, comment) => ({
  name: `only-allowed-imports-from-${from.replace(/[^a-z]/gi, '-')}`,
  comment,
  severity: 'error',
  from: { path: `^${from}` },
  to: { path: '^(shared|electron|renderer|test|scripts)/', pathNot: allowed.map((folder) => `^${folder}`) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-imports-test', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    only('shared/domain/', ['shared/domain/'], 'The domain stands on itself.'),
    only(
      'shared/view/',
      ['shared/domain/', 'shared/view/', 'shared/ussd/'],
      'The view is made from the domain.',
    ),
    only(
      'shared/ussd/',
      ['shared/domain/', 'shared/view/', 'shared/ussd/'],
      'The #122# engine renders the view.',
    ),
    only('shared/ipc/', ['shared/'], 'The IPC contract names shared types only.'),
    only('renderer/', ['renderer/', 'shared/'], 'The renderer sees the world only through the bridge.'),
    only('electron/preload', ['shared/ipc/'], 'The preload script forwards two functions.'),
    only(
      'electron/ipc/',
      ['electron/ipc/', 'electron/services/', 'electron/fleet/', 'electron/sync/', 'shared/'],
      'Handlers call services.',
    ),
    only('electron/services/', ['electron/services/', 'electron/db/', 'shared/'], 'Services use the cache.'),
    only('electron/net/', ['electron/net/', 'shared/'], 'Requests know neither storage nor who asks.'),
    only(
      'electron/sync/',
      ['electron/sync/', 'electron/net/', 'electron/db/', 'electron/log.ts', 'shared/'],
      'The sync writes the cache, and a log of its own process.',
    ),
    only('electron/live/', ['electron/live/', 'electron/net/', 'shared/'], 'Live calls know no storage.'),
    only(
      'electron/fleet/',
      ['electron/fleet/', 'electron/net/', 'electron/db/', 'electron/sync/backoff', 'shared/'],
      'What the operator tells its devices knows no window.',
    ),
    only('electron/db/', ['electron/db/', 'shared/'], 'The cache knows no network.'),
    {
      name: 'shared-is-pure',
      comment: 'The domain, view and engine run anywhere: only the schema and phone-number libraries.',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/(typebox|libphonenumber-js)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
