using System.Text;

namespace VerifyTests;

/// <summary>Replaces folders that differ from machine to machine by their role.</summary>
internal sealed class DirectoryScrubber
{
    private readonly (string Find, string Role)[] folders;

    public DirectoryScrubber(TestProject project) =>
        folders =
        [
            .. new (string? Find, string Role)[]
                {
                    (AppContext.BaseDirectory, "{CurrentDirectory}"),
                    (Environment.CurrentDirectory, "{CurrentDirectory}"),
                    (Path.GetTempPath(), "{TempPath}"),
                    (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "{UserProfile}"),
                    (project.Directory, "{ProjectDirectory}"),
                    (project.SolutionDirectory, "{SolutionDirectory}"),
                }
                .Select(folder => (Find: (folder.Find ?? "").Replace('\\', '/').TrimEnd('/'), folder.Role))
                .Where(folder => folder.Find.Length > 0)
                .DistinctBy(folder => folder.Find)
                .OrderByDescending(folder => folder.Find.Length),
        ];

    public void Replace(StringBuilder text)
    {
        var before = text.ToString();
        text.Clear();
        for (var index = 0; index < before.Length;)
        {
            var (find, role) = folders.FirstOrDefault(folder => IsAt(before, index, folder.Find));
            text.Append(role ?? before[index].ToString());
            index += role is null ? 1 : LengthAt(before, index, find);
        }
    }

    private static int LengthAt(string text, int index, string find)
    {
        var end = index + find.Length;
        return end < text.Length && text[end] is '/' or '\\' ? find.Length + 1 : find.Length;
    }

    // A folder's name is no part of a longer word; either separator will do.
    private static bool IsAt(string text, int index, string find)
    {
        var end = index + find.Length;
        if (end > text.Length || (index > 0 && char.IsLetterOrDigit(text[index - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end])))
            return false;

        for (var i = 0; i < find.Length; i++)
        {
            if (text[index + i] != find[i] && !(find[i] == '/' && text[index + i] == '\\'))
                return false;
        }

        return true;
    }
}
