using System.Text;

namespace VerifyTests;

/// <summary>The text of a failure: which files, then what is in them.</summary>
internal static class FailureMessage
{
    public static string Build(string directory, Comparison comparison, IReadOnlyCollection<string> stale)
    {
        var builder = new StringBuilder($"Directory: {directory}\n");
        if (comparison.Outcome != Outcome.Equal)
            AppendNames(builder, directory, comparison);
        if (stale.Count > 0)
            builder.Append("Delete:\n").AppendJoin("", stale.Select(file => $"  - {Path.GetFileName(file)}\n"));
        if (comparison.Outcome == Outcome.Equal)
            AppendNames(builder, directory, comparison);
        else if (!VerifierSettings.ContentOmitted)
            AppendContent(builder, directory, comparison);
        return builder.ToString();
    }

    private static void AppendNames(StringBuilder builder, string directory, Comparison comparison) =>
        builder
            .Append($"{comparison.Outcome}:\n")
            .Append($"  - Received: {Paths.RelativeTo(directory, comparison.File.ReceivedPath)}\n")
            .Append($"    Verified: {Paths.RelativeTo(directory, comparison.File.VerifiedPath)}\n");

    private static void AppendContent(StringBuilder builder, string directory, Comparison comparison)
    {
        var received = $"Received: {Paths.RelativeTo(directory, comparison.File.ReceivedPath)}\n";
        var verified = $"Verified: {Paths.RelativeTo(directory, comparison.File.VerifiedPath)}\n";
        builder.Append($"\nFileContent:\n\n{comparison.Outcome}:\n\n").Append(received);
        if (comparison.Outcome == Outcome.New)
            builder.Append($"{comparison.Received}\n\n");
        else if (comparison.Message is { } message)
            builder.Append($"{verified}Compare Result:\n{message}\n\n");
        else
            builder.Append($"{comparison.Received}\n{verified}{comparison.Verified}\n\n");
    }
}
