import type { Contract } from '../kit/contract.ts'
import { operations } from '../operations/list.ts'
import type { AllHandlers } from '../operations/run.ts'
import type { Handlers } from '../platform/context.ts'

const loads: (() => Promise<unknown>)[] = []

/**
 * Handlers that are loaded when one of them is first asked, so that a command loads what it needs and a server
 * listens before it has read everything.
 */
function lazily<C extends Contract>(contract: C, load: () => Promise<Handlers<C>>): Handlers<C> {
  loads.push(load)
  const verbs = Object.keys(contract).map((verb) => [
    verb,
    async (input: never, ctx: never) => {
      const handlers = await load()
      return handlers[verb as keyof C](input, ctx)
    },
  ])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each verb of the contract
  return Object.fromEntries(verbs) as Handlers<C>
}

/** Loads what was not asked yet, one after the other, so that requests come in between. */
export async function loadAllHandlers(): Promise<void> {
  for (const load of loads) await load()
}

export const handlers: AllHandlers = {
  today: lazily(
    operations.today,
    async () => (await import('../notebook/today/today.operations.ts')).todayHandlers,
  ),
  people: lazily(operations.people, async () => ({
    ...(await import('../notebook/people/people.operations.ts')).peopleHandlers,
    ...(await import('../notebook/duplicates/adding.operations.ts')).addingHandlers,
    ...(await import('../notebook/between/between.operations.ts')).betweenHandlers,
    ...(await import('../notebook/bonds/bonds.operations.ts')).bondsHandlers,
    ...(await import('../notebook/forgetting/forgetting.operations.ts')).forgettingHandlers,
    ...(await import('../notebook/dossier/dossier.operations.ts')).dossierHandlers,
  })),
  organisations: lazily(
    operations.organisations,
    async () =>
      (await import('../notebook/organisations/organisations.operations.ts')).organisationsHandlers,
  ),
  asking: lazily(
    operations.asking,
    async () => (await import('../notebook/asking/asking.operations.ts')).askingHandlers,
  ),
  places: lazily(
    operations.places,
    async () => (await import('../notebook/places/places.operations.ts')).placesHandlers,
  ),
  contacts: lazily(operations.contacts, async () => ({
    ...(await import('../notebook/contacts/contacts.operations.ts')).contactsHandlers,
    ...(await import('../notebook/imports/imports.operations.ts')).importsHandlers,
    ...(await import('../notebook/duplicates/duplicates.operations.ts')).duplicatesHandlers,
  })),
  conversations: lazily(operations.conversations, async () => ({
    ...(await import('../notebook/conversations/conversations.operations.ts'))
      .conversationsHandlers,
    ...(await import('../notebook/capture/capture.operations.ts')).captureHandlers,
    ...(await import('../notebook/brief/brief.operations.ts')).briefHandlers,
    ...(await import('../notebook/appointments/appointments.operations.ts')).appointmentsHandlers,
    ...(await import('../notebook/offers/offers.operations.ts')).offersHandlers,
    ...(await import('../notebook/voices/attachments.operations.ts')).attachHandlers,
  })),
  transcripts: lazily(
    operations.transcripts,
    async () => (await import('../notebook/voices/transcripts.operations.ts')).transcriptsHandlers,
  ),
  attachments: lazily(
    operations.attachments,
    async () => (await import('../notebook/voices/attachments.operations.ts')).attachmentsHandlers,
  ),
  notes: lazily(
    operations.notes,
    async () => (await import('../notebook/notes/notes.operations.ts')).notesHandlers,
  ),
  consent: lazily(
    operations.consent,
    async () => (await import('../notebook/consent/consent.operations.ts')).consentHandlers,
  ),
  promises: lazily(
    operations.promises,
    async () => (await import('../notebook/promises/promises.operations.ts')).promisesHandlers,
  ),
  letters: lazily(operations.letters, async () => ({
    ...(await import('../notebook/letters/letters.operations.ts')).lettersHandlers,
    ...(await import('../notebook/post/post.operations.ts')).postHandlers,
    ...(await import('../notebook/post/answers.operations.ts')).answersHandlers,
    ...(await import('../notebook/hearing/open.operations.ts')).openHandlers,
  })),
  templates: lazily(
    operations.templates,
    async () => (await import('../notebook/letters/templates.operations.ts')).templatesHandlers,
  ),
  links: lazily(operations.links, async () => ({
    ...(await import('../notebook/links/links.operations.ts')).linksHandlers,
    ...(await import('../notebook/theirs/theirs.operations.ts')).theirsHandlers,
  })),
  mail: lazily(operations.mail, async () => ({
    ...(await import('../notebook/mail/mail.operations.ts')).mailHandlers,
    ...(await import('../notebook/hearing/hearing.operations.ts')).hearingHandlers,
  })),
  introductions: lazily(operations.introductions, async () => ({
    ...(await import('../notebook/introductions/introductions.operations.ts'))
      .introductionsHandlers,
    ...(await import('../notebook/introductions/answer-links.operations.ts')).answerLinksHandlers,
  })),
  themes: lazily(
    operations.themes,
    async () => (await import('../notebook/themes/themes.operations.ts')).themesHandlers,
  ),
  fields: lazily(
    operations.fields,
    async () => (await import('../notebook/fields/fields.operations.ts')).fieldsHandlers,
  ),
  topics: lazily(
    operations.topics,
    async () => (await import('../notebook/topics/topics.operations.ts')).topicsHandlers,
  ),
  search: lazily(
    operations.search,
    async () => (await import('../notebook/search/search.operations.ts')).searchHandlers,
  ),
  changes: lazily(
    operations.changes,
    async () => (await import('../notebook/changes/changes.operations.ts')).changesHandlers,
  ),
  bin: lazily(
    operations.bin,
    async () => (await import('../notebook/changes/changes.operations.ts')).binHandlers,
  ),
  notebook: lazily(operations.notebook, async () => ({
    ...(await import('../notebook/changes/changes.operations.ts')).notebookHandlers,
    ...(await import('../notebook/whole/whole.operations.ts')).wholeHandlers,
    ...(await import('../notebook/near/near.operations.ts')).nearHandlers,
  })),
  settings: lazily(
    operations.settings,
    async () => (await import('../notebook/settings/settings.operations.ts')).settingsHandlers,
  ),
  sample: lazily(
    operations.sample,
    async () => (await import('../notebook/sample/sample.operations.ts')).sampleHandlers,
  ),
  mornings: lazily(
    operations.mornings,
    async () => (await import('../notebook/mornings/mornings.operations.ts')).morningsHandlers,
  ),
  jobs: lazily(
    operations.jobs,
    async () => (await import('../accounts/jobs/jobs.operations.ts')).jobsHandlers,
  ),
  access: lazily(
    operations.access,
    async () => (await import('../accounts/access/access.operations.ts')).accessHandlers,
  ),
}
