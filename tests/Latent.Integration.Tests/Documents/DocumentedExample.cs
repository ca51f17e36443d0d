using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Examples of the documentation that are compiled here: the documents contain the bodies of their Run methods.</summary>
internal static class DocumentedExample
{
    private const string Opening = "    public static void Run(";
    private const string BodyOpening = "    {\n";
    private const string Closing = "\n    }\n}\n";
    private const string Indentation = "        ";

    /// <summary>Returns the body of an example, as a document shows it.</summary>
    /// <param name="name">The name of the example class.</param>
    public static string CodeOf(string name)
    {
        var source = File.ReadAllText(Repository.At("tests", "Latent.Integration.Tests", "Documents", $"{name}.cs"));
        var run = source.IndexOf(Opening, StringComparison.Ordinal);
        var start = source.IndexOf(BodyOpening, run, StringComparison.Ordinal) + BodyOpening.Length;
        return source[start..^Closing.Length].Replace($"\n{Indentation}", "\n")[Indentation.Length..];
    }

    /// <summary>Runs an example in the root of the repository, because its paths are relative.</summary>
    /// <returns>The console output.</returns>
    public static string OutputOf(Action example)
    {
        var before = (Directory: Environment.CurrentDirectory, Output: Console.Out);
        using var output = new StringWriter();
        try
        {
            Environment.CurrentDirectory = Repository.Root;
            Console.SetOut(output);
            example();
        }
        finally
        {
            Environment.CurrentDirectory = before.Directory;
            Console.SetOut(before.Output);
        }

        return output.ToString();
    }
}
