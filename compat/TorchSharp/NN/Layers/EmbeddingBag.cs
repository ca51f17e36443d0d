using System.Diagnostics.CodeAnalysis;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

public sealed class EmbeddingBag : torch.nn.Module<torch.Tensor, torch.Tensor?, torch.Tensor?, torch.Tensor>, torch.nn.IModule<torch.Tensor, torch.Tensor, torch.Tensor>
{
    private readonly double? maxNorm;
    private readonly double normType;
    private readonly bool scaleByFrequency;
    private readonly EmbeddingBagMode mode;
    private readonly bool sparse;
    private readonly bool includeLastOffset;
    private readonly long? paddingIndex;

    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal EmbeddingBag(
        torch.Tensor weight, bool frozen, double? max_norm, double norm_type, bool scale_grad_by_freq, EmbeddingBagMode mode, bool sparse,
        bool include_last_offset, long padding_index)
        : base(nameof(EmbeddingBag))
    {
        maxNorm = max_norm;
        normType = norm_type;
        scaleByFrequency = scale_grad_by_freq;
        this.mode = mode;
        this.sparse = sparse;
        includeLastOffset = include_last_offset;
        paddingIndex = padding_index < 0 ? null : padding_index;
        this.weight = new Parameter(weight, !frozen);
    }

    [DisallowNull]
    public Parameter? weight
    {
        get => _weight!;
        set => Own(ref _weight, value, nameof(weight));
    }

    public override torch.Tensor forward(torch.Tensor input, torch.Tensor? offsets, torch.Tensor? perSampleWeights)
    {
        using var scope = torch.NewDisposeScope();
        var places = input.reshape(-1);
        var starts = offsets ?? torch.arange(0, input.numel(), input.shape[^1], input.dtype, input.device);
        Renormalize(places);
        var (sums, _, _, _) = Aten.embedding_bag_padding_idx.Call4(
            _weight, places, starts, scaleByFrequency, (long)mode, sparse, perSampleWeights?.reshape(-1), includeLastOffset, paddingIndex);
        return sums.MoveToOuterDisposeScope();
    }

    public new torch.Tensor call(torch.Tensor input, torch.Tensor? offsets, torch.Tensor? perSampleWeights)
    {
        Check(input, offsets);
        return base.call(input, offsets, perSampleWeights);
    }

    public torch.Tensor call(torch.Tensor input, torch.Tensor offsets) => call(input, offsets, null);

    public torch.Tensor call(torch.Tensor input) => call(input, null, null);

    private static void Check(torch.Tensor input, torch.Tensor? offsets)
    {
        if (!input.IsIntegral()) throw new ArgumentException("Embedding input must be an integral tensor.");
        if (offsets is not null && input.dtype != offsets.dtype) throw new ArgumentException("input and offsets must have the same element type.");
        if (input.Dimensions == 1 && offsets is null) throw new ArgumentException("'offsets' must be non-null for a 1-D input.");
        if (input.Dimensions == 2 && offsets is not null) throw new ArgumentException("'offsets' must be null for a 2-D input.");
        if (input.Dimensions == 2 && input.dtype == torch.ScalarType.Int32)
            throw new NotImplementedException("EmbeddingBag for 32-bit integers -- there's some issue in the native runtime that prevents this from working.");
    }

    private void Renormalize(torch.Tensor places)
    {
        if (maxNorm is not { } limit) return;
        using var frozen = torch.no_grad();
        Aten.embedding_renorm_.On(_weight!, places, limit, normType);
    }
}
