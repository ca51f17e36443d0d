using System.Text.RegularExpressions;
using Latent.Runtime;
using Latent.Tests;

namespace Latent.Integration.Tests;

public sealed partial class RuntimeDocumentationTests
{
    [Fact]
    public void Examples_InTheDocumentation_AreThoseThatRun()
    {
        var source = File.ReadAllText(Repository.At("tests", "Latent.Integration.Tests", "Documents", "RuntimeExample.cs"));
        var document = File.ReadAllText(Repository.At("docs", "runtime.md"));
        string[] bodies = [.. Body().Matches(source).Select(match => match.Groups[1].Value.Replace("\n        ", "\n").Trim())];

        Assert.Equal(bodies.Select(body => $"```csharp\n{body}\n```"), Block().Matches(document).Select(match => match.Value));
    }

    [Fact]
    public async Task Examples_OfTheDocumentation_Run()
    {
        using var model = Autoencoder.Load(Repository.At("models", "mnist-vae"));
        var row = model.Sample(count: 1, seed: 1);

        RuntimeExample.Judge(model, row);
        RuntimeExample.Draw(model);
        await RuntimeExample.Watch(model, new[] { new ReadOnlyMemory<float>(row) }.ToAsyncEnumerable(), CancellationToken.None);
        await RuntimeExample.Serve(model, row, CancellationToken.None);
    }

    [GeneratedRegex(@"\n    \{\n(.*?)\n    \}\n", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex(@"```csharp\n.*?\n```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
