import { accessContract } from '../accounts/access/access.contract.ts'
import { jobsContract } from '../accounts/jobs/jobs.contract.ts'
import { appointmentsContract } from '../notebook/appointments/appointments.contract.ts'
import { askingContract } from '../notebook/asking/asking.contract.ts'
import { betweenContract } from '../notebook/between/between.contract.ts'
import { bondsContract } from '../notebook/bonds/bonds.contract.ts'
import { briefContract } from '../notebook/brief/brief.contract.ts'
import { captureContract } from '../notebook/capture/capture.contract.ts'
import {
  binContract,
  changesContract,
  notebookContract,
} from '../notebook/changes/changes.contract.ts'
import { consentContract } from '../notebook/consent/consent.contract.ts'
import { contactsContract } from '../notebook/contacts/contacts.contract.ts'
import { conversationsContract } from '../notebook/conversations/conversations.contract.ts'
import { dossierContract } from '../notebook/dossier/dossier.contract.ts'
import { duplicatesContract } from '../notebook/duplicates/duplicates.contract.ts'
import { fieldsContract } from '../notebook/fields/fields.contract.ts'
import { forgettingContract } from '../notebook/forgetting/forgetting.contract.ts'
import { hearingContract, openContract } from '../notebook/hearing/hearing.contract.ts'
import { importsContract } from '../notebook/imports/imports.contract.ts'
import {
  answerLinksContract,
  introductionsContract,
} from '../notebook/introductions/introductions.contract.ts'
import { lettersContract, templatesContract } from '../notebook/letters/letters.contract.ts'
import { linksContract } from '../notebook/links/links.contract.ts'
import { mailContract } from '../notebook/mail/mail.contract.ts'
import { morningsContract } from '../notebook/mornings/mornings.contract.ts'
import { nearContract } from '../notebook/near/near.contract.ts'
import { notesContract } from '../notebook/notes/notes.contract.ts'
import { offersContract } from '../notebook/offers/offers.contract.ts'
import { organisationsContract } from '../notebook/organisations/organisations.contract.ts'
import { peopleContract } from '../notebook/people/people.contract.ts'
import { placesContract } from '../notebook/places/places.contract.ts'
import { answersContract } from '../notebook/post/answers.contract.ts'
import { postContract } from '../notebook/post/post.contract.ts'
import { promisesContract } from '../notebook/promises/promises.contract.ts'
import { sampleContract } from '../notebook/sample/sample.contract.ts'
import { searchContract } from '../notebook/search/search.contract.ts'
import { settingsContract } from '../notebook/settings/settings.contract.ts'
import { theirsContract } from '../notebook/theirs/theirs.contract.ts'
import { themesContract } from '../notebook/themes/themes.contract.ts'
import { todayContract } from '../notebook/today/today.contract.ts'
import { topicsContract } from '../notebook/topics/topics.contract.ts'
import { attachContract, attachmentsContract } from '../notebook/voices/attachments.contract.ts'
import { transcriptsContract } from '../notebook/voices/transcripts.contract.ts'
import { wholeContract } from '../notebook/whole/whole.contract.ts'

/** Every operation Sobremesa offers. HTTP, the web client, the command, MCP and the reference are made from this. */
export const operations = {
  today: todayContract,
  people: {
    ...peopleContract,
    ...betweenContract,
    ...bondsContract,
    ...forgettingContract,
    ...dossierContract,
  },
  organisations: organisationsContract,
  places: placesContract,
  asking: askingContract,
  contacts: { ...contactsContract, ...importsContract, ...duplicatesContract },
  conversations: {
    ...conversationsContract,
    ...captureContract,
    ...briefContract,
    ...appointmentsContract,
    ...offersContract,
    ...attachContract,
  },
  transcripts: transcriptsContract,
  attachments: attachmentsContract,
  notes: notesContract,
  consent: consentContract,
  promises: promisesContract,
  letters: { ...lettersContract, ...postContract, ...answersContract, ...openContract },
  templates: templatesContract,
  links: { ...linksContract, ...theirsContract },
  mail: { ...mailContract, ...hearingContract },
  introductions: { ...introductionsContract, ...answerLinksContract },
  fields: fieldsContract,
  themes: themesContract,
  topics: topicsContract,
  search: searchContract,
  changes: changesContract,
  bin: binContract,
  notebook: { ...notebookContract, ...wholeContract, ...nearContract },
  settings: settingsContract,
  sample: sampleContract,
  mornings: morningsContract,
  jobs: jobsContract,
  access: accessContract,
} as const

export type Operations = typeof operations
