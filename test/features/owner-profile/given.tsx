import { type RenderResult, screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { type Keeper, createKeeper } from '../../../src/features/owner-profile/keeper.ts'
import { ProfilePage } from '../../../src/features/owner-profile/page.tsx'
import type { MunicipalProfile, ProfileFile } from '../../../src/protocol/profile.ts'
import { officeOver } from '../../../src/sync/office.ts'
import { showPage } from '../../support/page.tsx'
import { ownProfile } from '../../support/profile.ts'

export const own = (): MunicipalProfile => ({ v: 1, file: ownProfile() })

/** A problem document of a kind, with what it says besides. */
function problem(kind: string, status: number, besides: object = {}): Response {
  return Response.json({ type: `urn:peil:${kind}`, title: kind, status, ...besides }, { status })
}

/** A server with one profile, which counts its versions and can be out of reach or refuse. */
export class ProfileServer {
  profile: MunicipalProfile
  version = 1
  isReachable = true
  refusal: { readonly kind: string; readonly status: number; readonly besides?: object } | undefined
  readonly puts: { readonly etag: string | null; readonly profile: MunicipalProfile }[] = []
  readonly office = officeOver((path, init) => this.answer(path, init))

  constructor(profile: MunicipalProfile) {
    this.profile = profile
  }

  /** What was stored last, which must be a municipality's own. */
  get stored(): ProfileFile {
    if (!('file' in this.profile)) throw new Error('not an own profile')
    return this.profile.file
  }

  /** Somebody else stores another version. */
  storeElsewhere(profile: MunicipalProfile): void {
    this.profile = profile
    this.version += 1
  }

  private get etag(): string {
    return `"${this.version}"`
  }

  private answer(path: string, init: RequestInit | undefined): Promise<Response> {
    if (!this.isReachable) return Promise.reject(new TypeError('no network'))
    if (path !== '/api/v1/profile') return Promise.resolve(problem('not-found', 404))
    return Promise.resolve(init?.method === 'PUT' ? this.put(init) : Response.json(this.profile, { headers: { etag: this.etag } }))
  }

  private put({ headers, body }: RequestInit): Response {
    const etag = new Headers(headers).get('if-match')
    const sent = JSON.parse(body as string) as MunicipalProfile
    this.puts.push({ etag, profile: sent })
    if (this.refusal) return problem(this.refusal.kind, this.refusal.status, this.refusal.besides)
    if (etag !== this.etag) return problem('conflict', 409, { stored: this.profile, etag: this.etag, sent })
    this.storeElsewhere(sent)
    return Response.json(sent, { headers: { etag: this.etag } })
  }
}

type Shown = { readonly keeper?: Keeper; readonly language?: string; readonly shareFile?: (file: File) => Promise<boolean> }

/** Shows a page of the profile, with its heading in sight. */
export async function showProfile(server: ProfileServer, place = '', shown: Shown = {}): Promise<RenderResult> {
  const { keeper = createKeeper(), language, shareFile = () => Promise.resolve(true) } = shown
  const page = (
    <ProfilePage
      office={server.office}
      municipality={{ id: 'fjordvik', name: 'Fjordvik kommune' }}
      now={() => '2026-11-21T09:00:00.000Z'}
      keeper={keeper}
      shareFile={shareFile}
    />
  )
  const rendered = await showPage(
    <Routes>
      <Route path="/eier/profil/*" element={page} />
      <Route path="*" element={null} />
    </Routes>,
    place === '' ? '/eier/profil' : `/eier/profil/${place}`,
    language,
  )
  await screen.findByRole('heading', { level: 1 })
  return rendered
}

/** The bar that says whether everything is saved. */
export function stateLine(): string {
  return screen.getByRole('region', { name: 'Lagring' }).querySelector('[role="status"]')?.textContent ?? ''
}
