using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using Latent.Training.Families;
using Latent.Training.Reports;
using Latent.Training.Rows;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Reports;

public sealed class ReconstructionHistoryTests
{
    private static readonly Dataset Validation = TinyRuns.Digits.Validation;

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(4, new[] { 1, 2, 3, 4 })]
    [InlineData(60, new[] { 1, 13, 25, 36, 48, 60 })]
    public void OnEpoch_OverARun_RecordsEvenlySpreadEpochs(int epochs, int[] expected)
    {
        using var model = NewModel();
        var history = new ReconstructionHistory(model, Validation, epochs);

        for (var epoch = 1; epoch <= epochs; epoch++)
            history.OnEpoch(MetricsOf(epoch));

        Assert.Equal(expected, history.Recorded.Select(frame => frame.Epoch));
        Assert.All(history.Recorded, frame => Assert.Equal(ReconstructionHistory.ImageCount * 784, frame.Rows.Length));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OnEpoch_InEitherMode_LeavesTheModelInIt(bool isTraining)
    {
        using var model = NewModel();
        model.train(isTraining);

        new ReconstructionHistory(model, Validation, epochs: 1).OnEpoch(MetricsOf(1));

        Assert.Equal(isTraining, model.training);
    }

    [Fact]
    public void Fit_WithAHistory_GivesTheSameWeightsAsWithout()
    {
        using var watched = NewModel();
        using var alone = NewModel();
        var history = new ReconstructionHistory(watched, Validation, epochs: 2);

        Train(watched, history);
        Train(alone, observer: null);

        Assert.Equal(2, history.Recorded.Count);
        Assert.NotEqual(history.Recorded[0].Rows, history.Recorded[1].Rows);
        foreach (var (key, weight) in watched.state_dict())
            Assert.True(weight.allclose(alone.state_dict()[key], rtol: 0, atol: 0), key);
    }

    [Fact]
    public void OnEpoch_OfRowsThatAreNoImages_RecordsNothing()
    {
        using var model = NewModel();
        var history = new ReconstructionHistory(model, new Dataset("table", [784], new float[784 * 3]), epochs: 1);

        history.OnEpoch(MetricsOf(1));

        Assert.Empty(history.Recorded);
        Assert.Empty(history.Originals);
    }

    [Fact]
    public void Load_OfWhatWasSaved_ContinuesFromThere()
    {
        using var model = NewModel();
        var stopped = new ReconstructionHistory(model, Validation, epochs: 3);
        stopped.OnEpoch(MetricsOf(1));
        stopped.OnEpoch(MetricsOf(2));
        using var file = new MemoryStream();
        stopped.Save(new BinaryWriter(file));
        file.Position = 0;

        var resumed = new ReconstructionHistory(model, Validation, epochs: 3);
        resumed.Load(new BinaryReader(file));
        resumed.OnEpoch(MetricsOf(3));

        Assert.Equal([1, 2, 3], resumed.Recorded.Select(frame => frame.Epoch));
        Assert.Equal(stopped.Recorded[1].Rows, resumed.Recorded[1].Rows);
    }

    [Fact]
    public void Observer_BehindAHistory_IsNotifiedAsWell()
    {
        using var model = NewModel();
        var observer = new CountingObserver();

        Train(model, new ReconstructionHistory(model, Validation, epochs: 2, observer));

        Assert.Equal([1, 2], observer.Epochs);
        Assert.True(observer.Steps > 2);
    }

    private static AutoencoderModel NewModel()
    {
        manual_seed(3);
        return ModelFamilies.Build(TinyRuns.Variational, TinyRuns.Digits.Train).Model;
    }

    private static void Train(AutoencoderModel model, ITrainingObserver? observer)
    {
        manual_seed(9);
        new Trainer(TinyRuns.Variational.Fit) { Observer = observer }
            .Fit(TinyRuns.Trainable(TinyRuns.Variational, model), TinyRuns.Digits.Train.ToRows(), Validation.ToRows(), CPU);
    }

    private static EpochMetrics MetricsOf(int epoch)
        => new() { Epoch = epoch, LearningRate = 1, Train = new(1, []), Seconds = 1, RowsPerSecond = 1 };

    private sealed class CountingObserver : ITrainingObserver
    {
        public List<int> Epochs { get; } = [];

        public int Steps { get; private set; }

        public void OnStep(TrainingProgress progress) => Steps++;

        public void OnEpoch(EpochMetrics metrics) => Epochs.Add(metrics.Epoch);
    }
}
