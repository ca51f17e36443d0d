using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Modules;

/// <summary>An embedding of tokens computed from the rows: [batch, n] to [batch, n, features].</summary>
internal sealed class TokenEmbedding : PortableModule
{
    private const int Count = 7;

    private readonly Embedding embedding;

    public TokenEmbedding(long features, long? padding = null)
        : base(nameof(TokenEmbedding))
    {
        embedding = Embedding(Count, features, padding);
        RegisterComponents();
    }

    public override V Forward<V>(V x) => ((x * 2f) + 3f).Clamp(0, Count - 1).Cast(ElementType.Int64).Apply(embedding);
}
