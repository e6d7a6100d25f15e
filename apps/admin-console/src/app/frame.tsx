import { BarChartOutlined, BankOutlined, FileExcelOutlined, FileDoneOutlined, TeamOutlined } from '@ant-design/icons';
import { AppFrame } from '@junheng/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useMatch, useNavigate } from 'react-router';
import { roundsQuery } from '../server/rounds.ts';
import { sessionQuery, signOut } from '../server/session.ts';
import { currentRound, menuFor, menuKeyOf, menuKeys, menuTarget, type MenuKey } from './model/menu.ts';

const icons: Readonly<Record<MenuKey, ReactNode>> = {
  round: <FileDoneOutlined />,
  import: <FileExcelOutlined />,
  evaluation: <BarChartOutlined />,
  schools: <BankOutlined />,
  people: <TeamOutlined />,
};

/** Header, menu for this person's permissions, the page. */
export function Frame() {
  const { t } = useTranslation(['frame', 'display']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const inRound = useMatch('/rounds/:roundId/*')?.params.roundId;
  const { data: known } = useQuery(sessionQuery);
  const { data: rounds } = useQuery(roundsQuery);
  // Leaving the pages of a round for schools or people, the menu still leads back to that round.
  const lastRound = useRef<string | null>(null);
  useEffect(() => {
    if (inRound !== undefined && inRound !== 'new') lastRound.current = inRound;
  }, [inRound]);
  if (known === null || known === undefined) return null;
  const { session } = known;
  const places = [...new Set(session.grants.map((grant) => grant.place.name))];
  const roles = [...new Set(session.grants.map((grant) => t(`role.${grant.role}`, { ns: 'display' })))];
  const leave = async (): Promise<void> => {
    try {
      await signOut();
    } finally {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, null);
    }
  };
  return (
    <AppFrame
      product={t('product')}
      context={places.join(' · ')}
      selectedKey={menuKeyOf(pathname)}
      menu={menuFor(session.permissions).map((key) => ({ key, label: t(key), icon: icons[key] }))}
      onSelect={(chosen) => {
        const key = menuKeys.find((each) => each === chosen);
        const roundId =
          inRound !== undefined && inRound !== 'new'
            ? inRound
            : (lastRound.current ?? currentRound(rounds?.rounds ?? [])?.id ?? null);
        if (key !== undefined) void navigate(menuTarget(key, roundId));
      }}
      account={
        <span className="jc-account">
          <span className="jc-account__name" title={roles.join(' · ')}>
            {session.displayName}
          </span>
          <button type="button" className="jc-account__leave" onClick={() => void leave()}>
            {t('signOut')}
          </button>
        </span>
      }
    >
      <Outlet />
    </AppFrame>
  );
}
