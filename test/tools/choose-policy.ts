import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

/** Directives by name; a value that begins with `+` is added to what is there, an empty one drops the directive. */
export type PolicyChanges = Readonly<Record<string, string>>;

/** Example pages that need more than the strict policy, and exactly what: the policy that their own host would send. */
const HOSTS: readonly { readonly folder: string; readonly changes: PolicyChanges }[] = [
  { folder: '/examples/talk/', changes: { 'frame-src': "'self'" } },
  // Vue makes a policy of Trusted Types under its own name.
  { folder: '/examples/vue/', changes: { 'trusted-types': '+ vue' } },
  {
    folder: '/examples/cms-2012/',
    changes: {
      'frame-src': "'self'",
      // The one-file build has no worker file beside it.
      'worker-src': '+ blob:',
      // jQuery writes HTML from strings.
      'require-trusted-types-for': '',
      'trusted-types': '',
    },
  },
];

/** The policy of a path: the strict one, but for pages that show what hosts with other needs do. */
export function choosePolicy(pathname: string): string {
  return changePolicy(HOSTS.find(({ folder }) => pathname.startsWith(folder))?.changes ?? {});
}

/** The strict policy, changed where a page needs it. */
export function changePolicy(changes: PolicyChanges): string {
  return CONTENT_SECURITY_POLICY.split('; ')
    .map((directive) => {
      const [name = ''] = directive.split(' ');
      const change = changes[name];
      if (change === undefined) return directive;
      return change.startsWith('+ ') ? directive + change.slice(1) : change && `${name} ${change}`;
    })
    .filter(Boolean)
    .join('; ');
}
