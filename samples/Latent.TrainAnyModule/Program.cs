using Latent.Data;
using Latent.Fitting;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// train-any-module: trains a classifier of digits and prints its accuracy on digits that it has not seen.
var data = new DataCatalogue().Open("synthetic:digits?count=3000&seed=1", new DataOptions());
manual_seed(1);
using var classifier = Sequential(Linear(784, 128), ReLU(), Dropout(0.2), Linear(128, 10));
var model = new TrainableModule(classifier, batch => functional.cross_entropy(classifier.call(batch[0]), batch[1]));

var options = new TrainerOptions { Epochs = 15, BatchSize = 64, LearningRate = 0.002, EarlyStopping = new() { Patience = 3 } };
var trainer = new Trainer(options)
{
    Schedule = new() { Kind = LearningRateScheduleKind.Cosine },
    Observer = TrainingObserver.OnEpoch(epoch => Console.WriteLine(
        $"epoch {epoch.Epoch}: loss {epoch.Train.Loss:F3}, validation {epoch.Validation!.Loss:F3}")),
};
trainer.Fit(model, Rows(data.Train), Rows(data.Validation), CPU);

using var scores = classifier.call(tensor(data.Test.Values, [data.Test.Count, data.Test.SampleSize]));
using var hits = scores.argmax(1).eq(tensor(data.Test.Labels!, dtype: ScalarType.Int64));
Console.WriteLine($"accuracy {hits.to(ScalarType.Float32).mean().item<float>():P1} on {data.Test.Count} test digits");

static TensorRows Rows(Dataset set) =>
    new(tensor(set.Values, [set.Count, set.SampleSize]), tensor(set.Labels!, dtype: ScalarType.Int64));
