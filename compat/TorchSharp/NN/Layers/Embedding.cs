using System.Diagnostics.CodeAnalysis;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

public sealed class Embedding : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long paddingIndex;
    private readonly double? maxNorm;
    private readonly double normType;
    private readonly bool scaleByFrequency;
    private readonly bool sparse;

    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal Embedding(torch.Tensor weight, bool frozen, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse)
        : base(nameof(Embedding))
    {
        paddingIndex = padding_idx ?? -1;
        maxNorm = max_norm;
        normType = norm_type;
        scaleByFrequency = scale_grad_by_freq;
        this.sparse = sparse;
        this.weight = new Parameter(weight, !frozen);
    }

    [DisallowNull]
    public Parameter? weight
    {
        get => _weight!;
        set => Own(ref _weight, value, nameof(weight));
    }

    public override torch.Tensor forward(torch.Tensor input)
    {
        if (maxNorm is { } limit)
        {
            using var frozen = torch.no_grad();
            using var flat = input.reshape(-1);
            Aten.embedding_renorm_.On(_weight!, flat, limit, normType);
        }

        return Aten.embedding.Call(_weight, input, paddingIndex, scaleByFrequency, sparse);
    }
}
