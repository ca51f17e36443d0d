using Latent.Bundles;
using Latent.Files;
using Latent.Runtime;
using Latent.Sequences;
using Latent.Tests;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Evaluation;
using Latent.Training.Recipes;
using Latent.Training.Sequences;

namespace Latent.Training.Tests.Sequences;

public sealed class SequenceRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("""{ "embedding": 8, "encoder": 10, "decoder": 12, "latent": 3 }""")]
    [InlineData("""{ "embedding": 8, "encoder": 10, "decoder": 12, "latent": 3, "cell": "gru", "bidirectional": false, "decoder_layers": 3, "shared_output": false, "dropout": 0.2 }""")]
    public void Execute_OfSentences_WritesABundleThatTheRuntimeVerifies(string options)
    {
        var outcome = Execute(TinySentences.Recipe with { Options = TinyRuns.Options(options) });

        using var model = Autoencoder.Load(outcome.Folder);
        Assert.True(model.Verify().Passed);
        Assert.Equal("sequence", model.Manifest.Family);
        Assert.Equal(["encode", "likelihood", "score", "step"], model.Manifest.Graphs.Keys.Order());
        Assert.InRange(outcome.ParityMaxDifference, 0, 1e-5);
        Assert.Equal(
            ["active_units", "bound", "kl", "loss", "mutual_information", "near_zero", "perplexity_bound", "reconstruction"],
            outcome.Metrics.Keys.Order());
    }

    [Fact]
    public void Execute_ForManyEpochs_LearnsTheGrammar()
    {
        var outcome = Execute(TinySentences.Recipe with
        {
            Fit = TinySentences.Recipe.Fit with { Epochs = 30 },
            Objective = new ObjectiveSettings
            {
                Annealing = new AnnealingSettings { Kind = AnnealingKind.Cyclical, Epochs = 10 },
                WordDropout = 0.3,
                FreeBits = 0.1
            },
            Evaluation = new EvaluationSettings { ImportanceSamples = 50 },
        });

        // 5 · 3 · 5 · 4 equally likely sentences have an entropy of 5.7 nats, and 8 tokens on average.
        Assert.InRange(outcome.Metrics["nll"], 5, 8);
        Assert.InRange(outcome.Metrics["perplexity"], 1.8, 2.8);
        Assert.InRange(outcome.Metrics["bound"], outcome.Metrics["nll"], 10);
        Assert.InRange(outcome.Metrics["kl"], 0.1, 6);
    }

    [Fact]
    public void Execute_WithoutTheCode_HasNoDivergence()
    {
        var outcome = Execute(TinySentences.Recipe with
        {
            Options = TinyRuns.Options(
            """{ "embedding": 8, "encoder": 10, "decoder": 12, "latent": 3, "uses_code": false }""")
        });

        Assert.Equal(0, outcome.Metrics["kl"]);
        Assert.Equal(0, outcome.Metrics["active_units"]);
        Assert.Equal(outcome.Metrics["bound"], outcome.Metrics["reconstruction"]);
    }

    [Fact]
    public void Evaluate_OfTheBundle_GivesItsMetrics()
    {
        var outcome = Execute(TinySentences.Recipe);

        var bundle = Bundle.Open(outcome.Folder);
        var evaluated = SequenceEvaluator.Evaluate(bundle, SequenceEvaluator.Fit(bundle, TinySentences.Data.Test));

        foreach (var (key, value) in evaluated)
            Assert.Equal(value, outcome.Metrics[key], Math.Abs(value) * 1e-5);
    }

    [Fact]
    public void Execute_WithACappedVocabularyAndLength_StatesThemInTheBundle()
    {
        var outcome = Execute(TinySentences.Recipe with
        {
            Options = TinyRuns.Options(
            """{ "embedding": 8, "encoder": 10, "decoder": 12, "latent": 3, "vocabulary": 12, "length": 9 }""")
        });

        var bundle = Bundle.Open(outcome.Folder);
        var vocabulary = TokenVocabulary.Read(bundle.GetPath(bundle.Manifest.Vocabulary!));
        Assert.Equal([9L], bundle.Manifest.Input.Shape);
        Assert.Equal(12, vocabulary.Count);
        Assert.Equal(["<pad>", "<begin>", "<end>", "<unknown>", "the"], vocabulary.Tokens.Take(5));
    }

    [Fact]
    public void Execute_OfImages_SaysThatItReadsTokens()
    {
        var error = Assert.Throws<DataException>(() => TrainingRun.Execute(TinySentences.Recipe, TinyRuns.Digits, Options()));

        Assert.StartsWith("A sequence model requires token rows.", error.Message);
    }

    [Fact]
    public void Execute_WithATechniqueOfRows_IsRejected()
    {
        var error = Assert.Throws<RecipeException>(() => Execute(TinySentences.Recipe with { Corruption = new CorruptionSettings() }));

        Assert.EndsWith("corruption is not supported for family sequence. Leave it out.", error.Message);
    }

    [Fact]
    public void Execute_WithALengthThatNoSentenceHas_IsRejected()
    {
        var error = Assert.Throws<RecipeException>(
            () => Execute(TinySentences.Recipe with { Options = TinyRuns.Options("""{ "length": 3 }""") }));

        Assert.EndsWith(
            "options.length leaves no rows: every sequence of tiny has more than 3 tokens, including the end token. Increase it.",
            error.Message);
    }

    [Fact]
    public void Execute_OfAnAutoencoderWithWordDropout_IsRejected()
    {
        var error = Assert.Throws<RecipeException>(() => TrainingRun.Execute(
            TinyRuns.Variational with { Objective = new ObjectiveSettings { Likelihood = Likelihood.Bernoulli, WordDropout = 0.2 } },
            TinyRuns.Digits,
            Options()));

        Assert.EndsWith(
            "objective.word_dropout is for family sequence. Received: 0.2, with family variational. Leave it out.",
            error.Message);
    }

    [Fact]
    public void Decode_WithBeams_IsAtLeastAsLikelyAsGreedily()
    {
        var bundle = Bundle.Open(Execute(TinySentences.Recipe).Folder);
        using var step = StepOf(bundle);
        var decoder = new SequenceDecoder(step, (int)bundle.Manifest.Input.Shape[0]);
        var codes = CodesOf(16);

        var (greedy, beams) = (decoder.Decode(codes), decoder.Decode(codes, new DecodingOptions { Beams = 8 }));

        for (var row = 0; row < 16; row++)
            Assert.True(LogProbability(step, codes, row, beams[row]) >= LogProbability(step, codes, row, greedy[row]) - 1e-4);
    }

    [Fact]
    public void Decode_BySampling_DependsOnTheSeedAndNotOnWhatElseIsDecoded()
    {
        var bundle = Bundle.Open(Execute(TinySentences.Recipe).Folder);
        using var step = StepOf(bundle);
        var decoder = new SequenceDecoder(step, (int)bundle.Manifest.Input.Shape[0]);
        var (codes, options) = (CodesOf(8), new DecodingOptions { Temperature = 1 });

        var all = decoder.Decode(codes, options, seed: 3);

        Assert.Equal(all, decoder.Decode(codes, options, seed: 3));
        Assert.NotEqual(all, decoder.Decode(codes, options, seed: 4));
        Assert.Equal(all[0], decoder.Decode(codes[..step.LatentSize], options, seed: 3)[0]);
    }

    [Fact]
    public void Decode_AmongOneToken_IsGreedy()
    {
        var bundle = Bundle.Open(Execute(TinySentences.Recipe).Folder);
        using var step = StepOf(bundle);
        var decoder = new SequenceDecoder(step, (int)bundle.Manifest.Input.Shape[0]);
        var codes = CodesOf(8);

        var greedy = decoder.Decode(codes);

        Assert.Equal(greedy, decoder.Decode(codes, new DecodingOptions { Temperature = 2, TopK = 1 }, seed: 1));
        Assert.Equal(greedy, decoder.Decode(codes, new DecodingOptions { Temperature = 2, TopP = 1e-6 }, seed: 1));
        Assert.All(greedy, sequence => Assert.DoesNotContain(TokenVocabulary.Unknown, sequence));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(4, false)]
    public void Decode_UnderARule_KeepsToIt(int beams, bool isSampling)
    {
        var bundle = Bundle.Open(Execute(TinySentences.Recipe).Folder);
        using var step = StepOf(bundle);
        var decoder = new SequenceDecoder(step, (int)bundle.Manifest.Input.Shape[0]);

        var options = new DecodingOptions { Beams = beams, Temperature = isSampling ? 1 : 0, Rule = new ThreeTokens() };
        var sequences = decoder.Decode(CodesOf(6), options, seed: 2);

        Assert.All(sequences, sequence => Assert.Equal(3, sequence.Length));
    }

    [Theory]
    [InlineData(-1, 0, 1, 1, "Temperature")]
    [InlineData(1, -1, 1, 1, "TopK")]
    [InlineData(1, 0, 0, 1, "TopP")]
    [InlineData(0, 0, 1, 0, "Beams")]
    [InlineData(1, 0, 1, 2, "Beams")]
    public void Decode_WithAnOptionOutOfItsRange_NamesIt(double temperature, int topK, double topP, int beams, string option)
    {
        var bundle = Bundle.Open(Execute(TinySentences.Recipe).Folder);
        using var step = StepOf(bundle);
        var options = new DecodingOptions { Temperature = temperature, TopK = topK, TopP = topP, Beams = beams };

        var error = Assert.Throws<InputException>(() => new SequenceDecoder(step, 12).Decode(CodesOf(1), options));

        Assert.Equal(option, error.Argument);
    }

    private static StepGraph StepOf(Bundle bundle)
    {
        var graph = bundle.Manifest.Graphs["step"];
        return new StepGraph(bundle.GetPath(graph), graph.Inputs, graph.Outputs);
    }

    private static float[] CodesOf(int count)
    {
        var codes = new float[count * 3];
        new PhiloxStream(9).FillGaussian(0, codes);
        return codes;
    }

    private static double LogProbability(StepGraph step, float[] codes, int row, int[] sequence)
    {
        var (sum, before, states) = (0.0, TokenVocabulary.Begin, step.Begin(1));
        foreach (var token in sequence.Append(TokenVocabulary.End))
        {
            (var logProbabilities, states) = step.Run([before], codes[(row * step.LatentSize)..((row + 1) * step.LatentSize)], states);
            (sum, before) = (sum + logProbabilities[token], token);
        }

        return sum;
    }

    private TrainingRunOptions Options() => new() { OutputFolder = folder.Path };

    private TrainingOutcome Execute(Recipe recipe) => TrainingRun.Execute(recipe, TinySentences.Data, Options());

    private sealed class ThreeTokens : ITokenRule
    {
        public void Restrict(ReadOnlySpan<int> prefix, int stepsLeft, Span<bool> allowed)
        {
            if (prefix.Length == 3)
                allowed.Clear();
            allowed[TokenVocabulary.End] = prefix.Length == 3;
        }
    }
}
