import { Button, useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { keepSchoolsTexts } from '../../features/keep-schools/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { RegisterSchoolDialog } from '../../features/keep-schools/register-school-dialog.tsx';
import { SchoolList } from '../../features/look-up-schools/school-list.tsx';
import { regionsQuery, schoolsQuery } from '../../server/organisations.ts';
import { schoolSheetAddress } from '../../server/school-imports.ts';
import { OrganisationTabs } from '../organisation-tabs.tsx';

export function SchoolsRoute() {
  usePageTexts(keepSchoolsTexts);
  const { t } = useTranslation('frame');
  const navigate = useNavigate();
  const { language } = useLanguage();
  const manages = useMay()('organisations.manage');
  const [registering, setRegistering] = useState(false);
  const query = useQuery(schoolsQuery());
  const { data: regions } = useQuery(regionsQuery);
  return (
    <>
      <title>{`${t('schools')} · ${t('product')}`}</title>
      <OrganisationTabs />
      <Loaded query={query}>
        {({ schools }) => (
          <>
            <SchoolList
              schools={schools}
              actions={
                <>
                  <a className="jh-button" href={schoolSheetAddress(language, false)} download>
                    {t('exportSchools')}
                  </a>
                  {manages ? (
                    <>
                      <Link className="jh-button" to="/schools/import">
                        {t('importSchools')}
                      </Link>
                      <Button variant="primary" onClick={() => setRegistering(true)}>
                        {t('registerSchool')}
                      </Button>
                    </>
                  ) : null}
                </>
              }
            />
            {registering ? (
              <RegisterSchoolDialog
                regions={regions?.regions ?? []}
                schools={schools}
                onClose={() => setRegistering(false)}
                onRegistered={(school) => void navigate(`/schools/${school.id}`)}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </>
  );
}
