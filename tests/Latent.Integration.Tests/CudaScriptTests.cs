using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>The script for a machine with a GPU, as far as a machine without one can check it.</summary>
public sealed class CudaScriptTests
{
    [Fact]
    public void Script_OfTheTrial_HasNoMistakeOfSyntax() => DotnetCommand.RunProgram("bash", Repository.Root, "-n", Repository.At("tests", "cuda", "run.sh"));
}
