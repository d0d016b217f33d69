import asking from './en/asking.json'
import contacts from './en/contacts.json'
import conversations from './en/conversations.json'
import fields from './en/fields.json'
import giving from './en/giving.json'
import letters from './en/letters.json'
import people from './en/people.json'
import phone from './en/phone.json'
import places from './en/places.json'
import search from './en/search.json'
import settings from './en/settings.json'
import themes from './en/themes.json'
import twice from './en/twice.json'
import voices from './en/voices.json'

/** The words of every page but the first, in a file of their own: the first screen does not wait for them. */
export const more = {
  asking,
  contacts,
  conversations,
  fields,
  giving,
  letters,
  people,
  phone,
  places,
  search,
  settings,
  themes,
  twice,
  voices,
}
