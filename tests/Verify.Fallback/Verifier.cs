using System.Reflection;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares the output of a test with the accepted text.</summary>
public static class Verifier
{
    private static DerivePathInfo? derivePathInfo;

    /// <summary>Sets the location of <c>.verified.txt</c> files for all tests of the assembly.</summary>
    public static void DerivePathInfo(DerivePathInfo derivePathInfo) => Verifier.derivePathInfo = derivePathInfo;

    /// <summary>Starts a verification, which runs when the task is awaited or returned to xunit.</summary>
    public static SettingsTask Verify(string text, [System.Runtime.CompilerServices.CallerFilePath] string sourceFile = "") =>
        new(settings => CompareAsync(text, settings, UseVerifyAttribute.CurrentTest, sourceFile));

    private static async Task CompareAsync(string text, SettingsTask settings, MethodInfo test, string sourceFile)
    {
        var type = test.ReflectedType!;
        var project = type.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Verify.ProjectDirectory")
            .Value!;
        var path = derivePathInfo?.Invoke(sourceFile, project, type, test) ?? new PathInfo();
        var directory = path.Directory ?? Path.GetDirectoryName(sourceFile)!;
        var name = Path.Combine(directory, $"{path.TypeName ?? type.Name}.{path.MethodName ?? test.Name}{settings.ParametersOf(test)}");
        var (received, verified) = ($"{name}.received.txt", $"{name}.verified.txt");

        text = text.ReplaceLineEndings("\n");
        var accepted = File.Exists(verified) ? (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n") : null;
        var result = accepted is null ? CompareResult.NotEqual() : await settings.CompareAsync(text, TrimAddedNewline(accepted, text));
        File.Delete(received);
        if (result.IsEqual)
            return;

        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(received, text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        if (VerifierSettings.AutoVerifies)
            File.Move(received, verified, overwrite: true);
        else
            throw new VerifyException(Describe(
                accepted is null ? "New" : "NotEqual",
                directory,
                received,
                verified,
                result.Message ?? $"{text}\n\nVerified:\n{accepted}"));
    }

    // Editors end files with a newline that the text may lack.
    private static string TrimAddedNewline(string accepted, string text) => accepted == text + "\n" ? text : accepted;

    private static string Describe(string outcome, string directory, string received, string verified, string content) =>
        $"Directory: {directory}\n{outcome}:\n  - Received: {Path.GetFileName(received)}\n    Verified: " +
        $"{Path.GetFileName(verified)}\n\n{content}\n";
}
