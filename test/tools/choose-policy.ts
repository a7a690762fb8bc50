import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

/** Example pages that need more than the strict policy, and exactly what: the policy that their own host would send. */
const HOSTS: readonly {
  readonly folder: string;
  readonly changes: Readonly<Record<string, string>>;
}[] = [
  { folder: '/examples/talk/', changes: { 'frame-src': "'self'" } },
  {
    folder: '/examples/cms-2012/',
    changes: {
      'frame-src': "'self'",
      // The one-file build has no worker file beside it.
      'worker-src': "'self' blob:",
      // jQuery writes HTML from strings.
      'require-trusted-types-for': '',
      'trusted-types': '',
    },
  },
];
/** Vue makes a policy of Trusted Types under its own name. */
const VUE = { folder: '/examples/vue/', policy: 'vue' };

/** The policy of a path: the strict one, but for pages that show what hosts with other needs do. */
export function choosePolicy(pathname: string): string {
  const changes = HOSTS.find(({ folder }) => pathname.startsWith(folder))?.changes ?? {};
  return CONTENT_SECURITY_POLICY.split('; ')
    .map((directive) => {
      const [name = ''] = directive.split(' ');
      if (name === 'trusted-types' && pathname.startsWith(VUE.folder)) {
        return `${directive} ${VUE.policy}`;
      }
      const change = changes[name];
      return change === undefined ? directive : change && `${name} ${change}`;
    })
    .filter(Boolean)
    .join('; ');
}
