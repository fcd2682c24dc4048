import { connectionOf } from '../paging/connection';
import { VoiceOfChildren } from './voice-of-children';

/** Pages of what children said, latest first. */
export const VoiceOfChildrenConnection = connectionOf('VoiceOfChildren', VoiceOfChildren);
