using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Checks the script for GPU machines, as far as possible without a GPU.</summary>
public sealed class CudaScriptTests
{
    [Fact]
    public void Script_OfTheTrial_HasNoMistakeOfSyntax()
        => DotnetCommand.RunProgram("bash", Repository.Root, "-n", Repository.At("tests", "cuda", "run.sh"));
}
