using Latent.Data;
using Latent.Onnx;
using Latent.Sequences;
using Latent.Training.Sequences;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Sequences;

public sealed class SequenceModelTests
{
    private const string Standard = """{ "embedding": 8, "encoder": 10, "decoder": 12, "latent": 3 }""";
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Shapes() =>
    [
        Standard,
        """{ "embedding": 8, "encoder": 10, "decoder": 12, "latent": 3, "cell": "gru", "bidirectional": false, "encoder_layers": 2, "decoder_layers": 3 }""",
        """{ "embedding": 8, "encoder": 10, "decoder": 12, "latent": 3, "shared_output": false, "encoder_layers": 2 }""",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Encode_OfARowWithMorePadding_IsTheSame(string options)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var model = ModelOf(options, out var rows);
        var shortest = Enumerable.Range(0, rows.Train.Count).MinBy(row => TokenPreparation.LengthOf(rows.Train.Row(row)));
        var row = tensor(rows.Train.Row(shortest).ToArray()).unsqueeze(0);
        var length = row.ne(TokenVocabulary.Pad).sum().item<long>();

        var (padded, bare) = (model.Encode<TensorValue>(row), model.Encode<TensorValue>(row.narrow(1, 0, length)));

        Assert.True(length < model.Length);
        Assert.True(padded.Mean.Tensor.allclose(bare.Mean.Tensor, atol: Tolerance));
        Assert.True(padded.LogVariance!.Value.Tensor.allclose(bare.LogVariance!.Value.Tensor, atol: Tolerance));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Step_AfterStep_GivesTheLikelihoodOfTheWholeRow(string options)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var model = ModelOf(options, out var rows);
        var row = tensor(rows.Train.Rows(..3).ToArray(), [3, model.Length]);
        var code = randn(3, model.LatentSize);
        var errors = model.Errors<TensorValue>(row, code).Tensor;

        var states = model.Decoder.StateNames.Select(_ => (TensorValue)zeros(3, model.Decoder.Layers, model.Decoder.Size)).ToArray();
        var token = full([3], TokenVocabulary.Begin);
        for (var position = 0; position < model.Length; position++)
        {
            (var logProbabilities, states) = model.Step(token, (TensorValue)code, states);
            token = row.select(1, position);
            var chosen = logProbabilities.Tensor.gather(1, token.to(int64).unsqueeze(1)).squeeze(1);
            Assert.True((-chosen * token.ne(TokenVocabulary.Pad)).allclose(errors.select(1, position), atol: Tolerance));
        }
    }

    [Fact]
    public void Encode_OfTokensOutsideTheVocabulary_TakesTheNearestEnd()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var model = ModelOf(Standard, out _);

        var (beyond, last) = (model.Encode<TensorValue>(Row(1e6f)), model.Encode<TensorValue>(Row(model.Vocabulary - 1)));

        Assert.True(beyond.Mean.Tensor.allclose(last.Mean.Tensor));
        Tensor Row(float token) => cat([full([1, 1], token), zeros(1, model.Length - 1)], 1);
    }

    [Fact]
    public void Encode_OfNothingButPadding_IsFinite()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var model = ModelOf(Standard, out _);

        Assert.True(model.Encode<TensorValue>(zeros(2, model.Length)).Mean.Tensor.isfinite().all().item<bool>());
    }

    [Fact]
    public void Build_OfRows_StartsAtTheFrequenciesOfTheirTokens()
    {
        var model = ModelOf(Standard, out var rows);
        var the = rows.Train.Vocabulary!.IndexOf("the");

        var share = model.OutputBias.exp()[the].item<float>();

        var tokens = rows.Train.Values.Count(token => token != TokenVocabulary.Pad);
        Assert.Equal(rows.Train.Values.Count(token => token == the) / (double)tokens, share, tolerance: 0.02);
    }

    private static SequenceModel ModelOf(string options, out DataSplits rows)
    {
        (var model, rows) = TinySentences.Fresh(TinySentences.Recipe with { Options = TinyRuns.Options(options) });
        return model;
    }
}
