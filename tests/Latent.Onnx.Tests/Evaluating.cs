using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Puts new modules into evaluation mode, as export requires.</summary>
internal static class Evaluating
{
    /// <summary>The same module.</summary>
    public static TModule Create<TModule>(TModule module)
        where TModule : Module
    {
        module.eval();
        return module;
    }
}
