using System.Runtime.InteropServices;

namespace TorchSharp.Modules;

public sealed class Transformer : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
{
    private readonly long size;
    private readonly long heads;
    private readonly long encoderLayers;
    private readonly long decoderLayers;
    private readonly double dropout;
    private readonly torch.nn.Activations activation;

    internal Transformer(long size, long heads, long encoderLayers, long decoderLayers, long hidden, double dropout, torch.nn.Activations activation)
        : base(nameof(Transformer))
    {
        (this.size, this.heads, this.encoderLayers, this.decoderLayers) = (size, heads, encoderLayers, decoderLayers);
        (this.dropout, this.activation) = (dropout, activation);
        AddEncoder(hidden);
        AddDecoder(hidden);
        foreach (var (_, parameter) in named_parameters(false))
        {
            if (parameter.ndim > 1) torch.nn.init.xavier_uniform_(parameter);
        }
    }

    public torch.Tensor call(
        torch.Tensor src, torch.Tensor tgt, torch.Tensor src_mask, torch.Tensor? tgt_mask = null, torch.Tensor? memory_mask = null,
        torch.Tensor? src_key_padding_mask = null, torch.Tensor? tgt_key_padding_mask = null, torch.Tensor? memory_key_padding_mask = null)
    {
        Check(src, tgt);
        var math = new TransformerMath(this, heads, dropout);
        var memory = src;
        for (var i = 0L; i < encoderLayers; i++)
            memory = math.Encode($"encoder.layers.{i}.", memory, activation, src_mask, src_key_padding_mask);
        memory = math.Norm("encoder.norm.", memory);
        for (var i = 0L; i < decoderLayers; i++)
            tgt = math.Decode($"decoder.layers.{i}.", tgt, memory, activation, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        return math.Norm("decoder.norm.", tgt);
    }

    public override torch.Tensor forward(torch.Tensor src, torch.Tensor tgt) => call(src, tgt, null!);

    private void AddEncoder(long hidden)
    {
        using var layer = new TransformerEncoderLayer(size, heads, hidden, dropout, activation);
        for (var i = 0L; i < encoderLayers; i++)
            layer.AddTo(register_parameter, $"encoder.layers.{i}.");
        new TransformerParameters(register_parameter).AddNorm("encoder.norm.", size);
    }

    private void AddDecoder(long hidden)
    {
        using var layer = new TransformerDecoderLayer(size, heads, hidden, dropout, activation);
        for (var i = 0L; i < decoderLayers; i++)
            layer.AddTo(register_parameter, $"decoder.layers.{i}.");
        new TransformerParameters(register_parameter).AddNorm("decoder.norm.", size);
    }

    private void Check(torch.Tensor src, torch.Tensor tgt)
    {
        if (src.ndim != 3 || tgt.ndim != 3)
            throw new ExternalException($"src and tgt should have 3 dimensions, but got {src.ndim} and {tgt.ndim}");
        if (src.shape[1] != tgt.shape[1])
            throw new ExternalException($"src and tgt should have equal batch size (at dim 1), but got {src.shape[1]} and {tgt.shape[1]}");
        if (src.shape[2] != size || tgt.shape[2] != size)
            throw new ExternalException($"src and tgt should have same feature size as d_model (at dim 2), but got {src.shape[2]} and {tgt.shape[2]} while d_model is {size}");
    }
}
