#!/bin/sh
# Puts a built site into the branch that is served as it is (gh-pages): `publish.sh SITE [VERSION]`. Without a version it
# takes the place of what is at the root; with one it goes into a folder of that name. What is in other versions' folders
# stays, so that pages which embed a version find it.
set -eu

site=$(cd "$1" && pwd)
version=${2:-}
branch=gh-pages
case $version in
'' | v[0-9]*) ;;
*) echo "A version is called v1.2.3, not $version" >&2 && exit 2 ;;
esac

here=$(pwd)
work=$(mktemp -d)
trap 'cd "$here"; rm -rf "$work"; git worktree prune' EXIT
if git fetch --quiet origin "+$branch:refs/remotes/origin/$branch" 2>/dev/null; then
    git worktree add --quiet --force -B "$branch" "$work" "origin/$branch"
else
    git worktree add --quiet --force --orphan -b "$branch" "$work"
fi
cd "$work"
if [ -n "$version" ]; then
    rm -rf "./$version"
    mkdir "$version"
    cp -R "$site/." "$version"
else
    find . -mindepth 1 -maxdepth 1 ! -name .git ! -name 'v[0-9]*' -exec rm -rf {} +
    cp -R "$site/." .
    # Served as it is: Jekyll would leave folders out.
    touch .nojekyll
fi
git add --all
if git diff --cached --quiet; then
    echo "Nothing has changed."
else
    git commit --quiet --message "Publish ${version:-the newest}"
    git push --quiet origin "$branch"
fi
