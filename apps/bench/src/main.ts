console.log('No comparisons yet.');
