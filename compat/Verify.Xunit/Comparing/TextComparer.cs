using System.Text;

namespace VerifyTests;

internal static class TextComparer
{
    public static async Task<Comparison> Compare(FilePair file, string received, VerifySettings settings)
    {
        DeleteIfEmpty(file.VerifiedPath);
        if (!File.Exists(file.VerifiedPath))
        {
            Write(file.ReceivedPath, received);
            return new Comparison(Outcome.New, file, received);
        }

        var verified = Newlines.Fix(await File.ReadAllTextAsync(file.VerifiedPath));
        var result = await CompareTexts(file.Extension, received, verified, settings);
        if (result.IsEqual)
            return new Comparison(Outcome.Equal, file, received, verified);

        Write(file.ReceivedPath, received);
        return new Comparison(Outcome.NotEqual, file, received, verified, result.Message);
    }

    // Editors add a last newline; the accepted file may have one that the text lacks.
    private static Task<CompareResult> CompareTexts(string extension, string received, string verified, VerifySettings settings)
    {
        if (verified.Length - 1 == received.Length && verified.EndsWith('\n'))
            verified = verified[..^1];

        return verified != received && settings.StringComparerFor(extension) is { } compare
            ? compare(received, verified, settings.Context)
            : Task.FromResult(new CompareResult(verified == received));
    }

    private static void DeleteIfEmpty(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 } empty)
            empty.Delete();
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new StreamWriter(path, append: false, VerifierSettings.Encoding);
        writer.Write(new StringBuilder(text));
    }
}
