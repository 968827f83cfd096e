/** The import rules of the house (README, "Map of the house"). */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycle', 'Data flows one way.', {}, { circular: true }),
    rule('shared-is-pure', 'src/shared knows nothing of main, preload or renderer.', { path: '^src/shared' }, { path: '^src/(main|preload|renderer)' }),
    rule('shared-no-node', 'No Node in src/shared: clock, random and files are handed in.', { path: '^src/shared' }, { dependencyTypes: ['core'] }),
    rule('main-not-renderer', 'Main never imports the window.', { path: '^src/main' }, { path: '^src/(renderer|preload)' }),
    rule('renderer-not-main', 'The window never imports main.', { path: '^src/(renderer|preload)' }, { path: '^src/main' }),
    rule(
      'main-folders-meet-in-bridge',
      "Each folder of main imports src/shared, disk/ and processes/ below all and its own files; they meet in main.ts and bridge/.",
      { path: '^src/main/(?!bridge/|main\\.ts)([^/]+)/' },
      { path: '^src/main/', pathNot: '^src/main/($1|disk|processes)/' },
    ),
    rule('disk-and-processes-are-lowest', 'disk/ and processes/ may be imported by all of main, so they import no other folder of main.', { path: '^src/main/(disk|processes)/' }, { path: '^src/main/', pathNot: '^src/main/$1/' }),
    rule('screens-use-ports-by-actions', 'Screens import ui, text, state, actions and shared only.', { path: '^src/renderer/screens' }, { path: '^src/renderer/(storage|sync|ocr|ports|main\\.tsx)' }),
    rule('screens-alone', 'A screen does not import another screen.', { path: '^src/renderer/screens/([^/]+)/' }, { path: '^src/renderer/screens/', pathNot: '^src/renderer/screens/$1/' }),
    rule('ui-knows-no-screen', 'ui is below screens.', { path: '^src/renderer/(ui|text|state)' }, { path: '^src/renderer/(screens|storage|sync|ocr)' }),
    rule('adapters-below', 'storage, ocr and sync import ports and shared only.', { path: '^src/renderer/(storage|ocr|sync)/' }, { path: '^src/renderer/(screens|ui|text|state|actions)' }),
    rule('only-main-wires', 'Only main.tsx puts adapters behind ports.', { path: '^src/renderer/(?!main\\.tsx|wiring/|storage|ocr|sync|reader)' }, { path: '^src/renderer/(storage|ocr|sync)/' }),
    rule('domain-noun-order', 'Lower nouns never import higher ones: the log is above all.', { path: '^src/shared/domain/(?!desk-log)' }, { path: '^src/shared/domain/desk-log' }),
    rule('page-and-applicant-are-low', 'Branch, officer, procedure, applicant and page import nothing above them.', { path: '^src/shared/domain/(branch|officer|procedure|applicant|page|number-lease)/' }, { path: '^src/shared/domain/(paper|receipt|dossier|intake-slip|sign-off|desk-log|reading)/' }),
    rule('contracts-above-domain', 'The domain does not know the contracts.', { path: '^src/shared/domain' }, { path: '^src/shared/contracts' }),
    rule('product-not-tests', 'The product never imports tests or build.', { path: '^src' }, { path: '^(tests|build)' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    parser: 'swc',
  },
};
