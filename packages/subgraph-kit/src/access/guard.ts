import {
  isChildLevel,
  isMet,
  NAMES_NOBODY,
  roleOf,
  SAYS_SOMETHING,
  type RequestIdentity,
  type Requirement,
} from '@hub/access';
import { GraphQLError } from 'graphql';

/** What stands before a type or a field that not everybody may see. */
export interface Guard {
  /** `ChildMovement` or `ChildMovement.category`. */
  coordinate: string;
  /** All must be met. */
  requirements: readonly Requirement[];
  /** Whether it is `@inaccessible`: there for the hub's own reducers, and for no client. */
  isForHub: boolean;
}

/** Whether a guard stands before data of a single child. */
export function guardsChild({ requirements }: Guard): boolean {
  return requirements.some(isChildLevel);
}

/**
 * Why a request identity does not get past a guard, or null when it does. The gateway has asked all of this before; nothing that
 * can be asked again is taken on its word.
 */
export function refusalOf(guard: Guard, requestIdentity: RequestIdentity): GraphQLError | null {
  const { coordinate, isForHub, requirements } = guard;
  if (isForHub && !requestIdentity.isHub) {
    return refusal('UNAUTHORIZED_FIELD_OR_TYPE', `${coordinate} is for the hub's own use. Leave it out.`);
  }
  if (!requirements.every((requirement) => isMet(requirement, requestIdentity.caller))) {
    return refusal(
      'UNAUTHORIZED_FIELD_OR_TYPE',
      `You may not ask for ${coordinate}. Ask with a token that has the scopes its schema requires.`,
    );
  }
  return guardsChild(guard) ? refusalOfPurpose(coordinate, requestIdentity) : null;
}

function refusalOfPurpose(coordinate: string, { caller, declared, alert }: RequestIdentity): GraphQLError | null {
  if (declared === null) {
    return refusal(
      'PURPOSE_REQUIRED',
      `${coordinate} is about a single child, and no purpose is declared, or no reason that says something. ` +
        `Send x-purpose, and x-reason with ${SAYS_SOMETHING}, and ${NAMES_NOBODY}.`,
    );
  }
  // Scopes were met, so there is a caller.
  const purposes = caller === null ? [] : roleOf(caller.role).purposes;
  if (!purposes.includes(declared.purpose)) {
    return refusal(
      'PURPOSE_NOT_ALLOWED',
      `Your role may not ask for ${coordinate} for the purpose ${declared.purpose}. ` +
        `It may declare ${purposes.length === 0 ? 'none' : purposes.join(', ')}.`,
    );
  }
  if (declared.purpose === 'BREAK_GLASS' && alert === null) {
    return refusal(
      'PURPOSE_NOT_ALLOWED',
      `${coordinate} was asked for by BREAK_GLASS without an alert. Ask the gateway.`,
    );
  }
  return null;
}

function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
